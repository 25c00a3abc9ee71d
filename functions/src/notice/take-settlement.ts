import type { Channel, Output, takeSettlement as endpoint } from '@yibao/shared';
import type { EventOf } from '../events';
import type { Call } from '../http/call';
import { type Result, resultIn } from './settle-message';
import type { Settlements } from './store';

type Content = Readonly<Record<string, unknown>>;

export interface Needs {
  /** The national envelope: opens what the platform has signed within the last minutes, and seals the answer. Throws MESSAGE_NOT_GENUINE. */
  readonly envelope: { open(message: Content): Content; seal(content: Content): Output<typeof endpoint> };
  readonly holders: { voucherOf(idNumber: string): Promise<string | undefined> };
  readonly showings: { of(voucherId: string, settled: { orgId: string; requestId: string }): Promise<{ account: string; channel: Channel } | undefined> };
  readonly settlements: Pick<Settlements, 'note'>;
}

async function noted(result: Result, { holders, showings, settlements }: Needs): Promise<void> {
  const voucherId = await holders.voucherOf(result.idNumber);
  if (voucherId === undefined) return;
  const { orgId, no, requestId, at, institution, outcome, total, fund, own } = result;
  const shown = await showings.of(voucherId, { orgId, requestId });
  const event: EventOf<'settlement.notified'> = { type: 'settlement.notified', voucherId, settlement: `${orgId}#${no}`, at, ...shown, outcome, institution, total, fund, own };
  await settlements.note(event);
}

/** Takes a result once; whoever has no voucher here is not told, and the platform learns nothing of it. */
export async function takeSettlement({ input }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  const content = needs.envelope.open(input);
  const read = resultIn(content);
  const refmsgid = { inf_refmsgid: typeof content['msgid'] === 'string' ? content['msgid'] : '' };
  if ('wrong' in read) return needs.envelope.seal({ infcode: -1, err_msg: read.wrong, ...refmsgid });
  if (read.result) await noted(read.result, needs);
  return needs.envelope.seal({ infcode: 0, ...refmsgid });
}
