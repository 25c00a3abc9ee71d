import type { Channel } from './channel';

/** By which way a holder is told something: the messages of a channel, or a text message. */
export type Way = Channel | 'sms';

export const WAYS: readonly Way[] = ['weapp', 'alipay', 'sms'];
