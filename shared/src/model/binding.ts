import * as z from 'zod/mini';
import { Channel } from './channel';
import { Instant } from './time';

/** Names one binding to its holder, from its beginning to its end; bound again it has another name. It opens nothing. */
export const BindingId = z.string().check(z.regex(/^[0-9a-f]{32}$/, '绑定编号应为32位小写十六进制'));

/** Why a binding is ended (解绑原因). */
export const UnbindReason = z.enum(['new-number', 'new-phone', 'lost-phone', 'not-wanted', 'suspected-misuse', 'other'], '请选一个解绑原因');
export type UnbindReason = z.infer<typeof UnbindReason>;

export const UNBIND_REASONS: Readonly<Record<UnbindReason, string>> = {
  'new-number': '换手机号',
  'new-phone': '换手机',
  'lost-phone': '手机丢了',
  'not-wanted': '不想用了',
  'suspected-misuse': '怀疑被盗用',
  other: '其他',
};

/** One binding as its holder sees it; of the device that shows its codes only the last characters. */
export const BindingView = z.strictObject({
  id: BindingId,
  channel: Channel,
  device: z.string(),
  boundAt: Instant,
  usedAt: Instant,
  /** The binding of the account that asks. */
  current: z.boolean(),
  /** Whether it may be ended alone from the channel that asks. */
  closable: z.boolean(),
});
export type BindingView = z.infer<typeof BindingView>;

/** What an account that is bound no more may know: since when, by whom, why. */
export const EndedBinding = z.strictObject({
  receipt: z.string(),
  closedAt: Instant,
  by: z.enum(['holder', 'hotline']),
  reason: UnbindReason,
  /** Where the holder asked for it: the channel, and the last characters of the device. */
  channel: z.optional(Channel),
  device: z.optional(z.string()),
});
export type EndedBinding = z.infer<typeof EndedBinding>;

/** The outcome of an unbinding (解绑): its number, the channels that ended, and how many are left. */
export const Unbinding = z.strictObject({ receipt: z.string(), closedAt: Instant, closed: z.array(Channel), left: z.int() });
export type Unbinding = z.infer<typeof Unbinding>;
