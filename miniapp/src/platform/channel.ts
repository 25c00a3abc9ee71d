import type { Channel } from '@yibao/shared';

/** The platform in which this copy of the mini-program runs. */
export declare const channel: Channel;
