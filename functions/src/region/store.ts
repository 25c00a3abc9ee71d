import type { Table } from '../aws/table';
import { OpeningWish, RegionRules } from './region';

export interface Regions {
  all(): Promise<readonly RegionRules[]>;
  find(code: string): Promise<RegionRules | undefined>;
  /** Sets a region as the bureau decided. */
  put(region: RegionRules): Promise<void>;
  wishOf(region: string, account: string): Promise<OpeningWish | undefined>;
  keepWish(wish: OpeningWish): Promise<void>;
}

const ALL = 'RG#ALL';
const keyOf = (code: string) => ({ pk: ALL, sk: `REGION#${code}` });
const wishKey = (region: string, account: string) => ({ pk: `RG#${region}`, sk: `WISH#${account}` });

export const regionsIn = (table: Table): Regions => ({
  async all() {
    return (await table.query({ pk: ALL, prefix: 'REGION#' })).map((row) => RegionRules.parse(row));
  },
  async find(code) {
    const row = await table.get(keyOf(code));
    return row && RegionRules.parse(row);
  },
  async put(region) {
    const row = await table.get(keyOf(region.code));
    await table.write([{ row: { ...keyOf(region.code), ...region }, was: row?.version ?? 'absent' }]);
  },
  async wishOf(region, account) {
    const row = await table.get(wishKey(region, account));
    return row && OpeningWish.parse(row);
  },
  async keepWish(wish) {
    await table.write([{ row: { ...wishKey(wish.region, wish.account), ...wish }, was: 'absent' }]);
  },
});
