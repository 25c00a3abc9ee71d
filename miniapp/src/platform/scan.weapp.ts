import { type Failure, isCancelled } from './failure';
import { isCameraDenied } from './permission.weapp';
import type { Scanned } from './scan';

const DENIED = /permission|auth|deny|denied/i;

/** On a phone a camera that WeChat may not use ends like a person who closes the scanner (`scanCode:fail cancel`); the phone's settings tell them apart. */
function endedBy(reason: unknown): Scanned {
  const { errMsg = '' } = (reason ?? {}) as Failure;
  if (isCameraDenied() || DENIED.test(errMsg)) return { ended: 'denied' };
  return { ended: isCancelled(reason) ? 'cancelled' : 'failed' };
}

const scan = () =>
  new Promise<Scanned>((resolve) => {
    wx.scanCode?.({
      scanType: ['qrCode', 'wxCode'],
      success: ({ result = '', path }) => resolve({ text: result, ...(path ? { path } : {}) }),
      fail: (reason) => resolve(endedBy(reason)),
    });
  });

export const scanCode = wx.scanCode ? scan : undefined;
