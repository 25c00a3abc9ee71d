import { Channel } from '@yibao/shared';
import * as z from 'zod/mini';
import { VoucherEvent } from '../events';

/** Who did it. A citizen is named by the blind index of the platform account. */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('citizen'), account: z.string(), channel: Channel }),
  z.object({ kind: z.literal('institution'), orgId: z.string() }),
  z.object({ kind: z.literal('operator'), id: z.string() }),
  z.object({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof Actor>;

/** Why: asked for by the holder, a rule of the service, or a case of the hotline desk with its number. */
const Reason = z.string().check(z.regex(/^(holder|rule|case [A-Z0-9-]{1,32})$/));

/** State before or after a change, masked as on a screen. */
const Facts = z.record(z.string(), z.string());

/** What was done, before it has its place in a chain. */
export const Deed = z.object({ event: VoucherEvent, actor: Actor, reason: Reason, before: z.optional(Facts), after: z.optional(Facts) });
export type Deed = z.infer<typeof Deed>;

/** The last entry of a voucher's chain; kept in the voucher's row, so that a cut end is found. */
export const ChainHead = z.object({ no: z.int(), hash: z.string() });
export type ChainHead = z.infer<typeof ChainHead>;

/** One entry of a voucher's audit trail. `hash` is an HMAC-SM3 with the key `key` over everything else, the entry before included. */
export const Entry = z.object({ ...Deed.shape, no: z.int(), key: z.string(), prevHash: z.string(), hash: z.string() });
export type Entry = z.infer<typeof Entry>;

/** Before the first entry. */
export const NOTHING: ChainHead = { no: 0, hash: '' };

export const entryKey = (voucherId: string, no: number) => ({ pk: `V#${voucherId}`, sk: `EV#${String(no).padStart(12, '0')}` });

export const byCitizen = ({ account, channel }: { account: string; channel: Channel }): Actor => ({ kind: 'citizen', account, channel });
