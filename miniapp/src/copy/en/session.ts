import type { session as zh } from '../zh/session';
import type { Words } from '../in-languages';

export const session: Words<typeof zh> = {
  bar: 'Signed-in devices',
  waiting: 'Loading your devices',
  intro: 'These devices are signed in to your e-voucher. If you do not know one, sign it out: its code stops at once. Then change your PIN.',
  here: 'This phone',
  device: (device) => `Device ending ${device.replace(/·/g, '')}`,
  since: (at) => `Signed in: ${at}`,
  seen: (at) => `Last used: ${at}`,
  end: 'Sign it out',
  endBusy: 'Signing out',
  endOthers: 'Sign out all other devices',
  alone: 'Only this phone is signed in',
  aloneBody: 'No other device uses your account.',
  leave: 'Sign out',
  leaveBusy: 'Signing out',
  leaveWhy: (platform) => `Signing out clears the code from this phone. Next time you sign in with ${platform} again. Your e-voucher stays active.`,
  left: 'You are signed out',
  leftBody: 'The code is cleared from this phone. Sign in again to use it.',
  again: 'Sign in again',
};
