import type { Channel } from '@yibao/shared';

/** The web preview poses as the mini-program of the phone's choice. */
export const channel: Channel = window.phone.channel;
