import { maskIdNumber, maskName } from '@yibao/shared';
import { byCitizen, type Deed } from '../audit/entry';
import type { EventOf } from '../events';
import type { Newcomer, VoucherRecord } from './voucher';

export interface Arrival {
  readonly newcomer: Newcomer;
  /** Purpose and version of the texts agreed to, as the trail shows them. */
  readonly consents: string;
  readonly now: Date;
}

/** What happened: the first channel activates the voucher, further ones are bound to it. */
const eventOf = (type: 'voucher.activated' | 'voucher.bound', { voucherId, region }: VoucherRecord, { newcomer, now }: Arrival) =>
  ({
    type,
    voucherId,
    at: now.toISOString(),
    channel: newcomer.channel,
    region,
    ...newcomer.origin,
  }) satisfies EventOf<'voucher.activated'> | EventOf<'voucher.bound'>;

/** Who stood in for the face; nothing where the platform verified it. */
const faceOf = ({ deskFace }: Newcomer) => (deskFace ? { face: `desk, ${deskFace.ticket}, ${deskFace.operator}` } : {});

/** A channel's arrival at a voucher, as its audit trail tells it. */
export const arrivalDeed = (type: 'voucher.activated' | 'voucher.bound', voucher: VoucherRecord, arrival: Arrival): Deed => ({
  event: eventOf(type, voucher, arrival),
  actor: byCitizen(arrival.newcomer),
  reason: 'holder',
  after: { holder: maskName(voucher.name), idNumber: maskIdNumber(voucher.idNumber), consents: arrival.consents, ...faceOf(arrival.newcomer) },
});
