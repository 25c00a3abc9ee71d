import { type Channel, type HolderState, maskIdNumber, maskName } from '@yibao/shared';

/** What the desk needs of other rooms to see a voucher. */
export interface HolderNeeds {
  readonly vouchers: {
    ofPerson(idNumber: string): Promise<string | undefined>;
    find(voucherId: string): Promise<{ readonly name: string; readonly idNumber: string; readonly region: string; readonly activatedAt: string } | undefined>;
  };
  readonly seats: {
    seatsOf(voucherId: string): Promise<{ readonly seats: readonly { readonly id: string; readonly channel: Channel; readonly boundAt: string; readonly usedAt: string }[] } | undefined>;
  };
  readonly uses: { of(voucherId: string): Promise<readonly { readonly at: string; readonly institution: string }[]> };
  readonly regions: { find(code: string): Promise<{ readonly name: string } | undefined> };
}

/** A voucher as the desk sees it: masked, and nothing by which one could act for the holder. */
export async function holderState(voucherId: string, { vouchers, seats, uses, regions }: HolderNeeds): Promise<HolderState | undefined> {
  const voucher = await vouchers.find(voucherId);
  if (!voucher) return undefined;
  const bound = (await seats.seatsOf(voucherId))?.seats ?? [];
  const [last] = await uses.of(voucherId);
  return {
    name: maskName(voucher.name),
    idNumber: maskIdNumber(voucher.idNumber),
    region: (await regions.find(voucher.region))?.name ?? voucher.region,
    activatedAt: voucher.activatedAt,
    bindings: bound.map(({ id, channel, boundAt, usedAt }) => ({ id, channel, boundAt, usedAt })),
    ...(last ? { lastUse: { at: last.at, institution: last.institution } } : {}),
  };
}
