import { type Table, untilUndisturbed } from '../aws/table';
import { changed, type Decision, eventOfChange, RegionChange, type Setting } from './change';
import { RegionRules } from './region';

export interface Regions {
  all(): Promise<readonly RegionRules[]>;
  find(code: string): Promise<RegionRules | undefined>;
  /** Sets a region as the bureau decided, with an entry in its history. Throws Unchangeable. */
  change(code: string, setting: Setting, decision: Decision): Promise<RegionChange>;
  /** Oldest first. */
  history(code: string): Promise<readonly RegionChange[]>;
}

const ALL = 'RG#ALL';
const keyOf = (code: string) => ({ pk: ALL, sk: `REGION#${code}` });
const historyOf = (code: string) => `HISTORY#${code}#`;
const historyKey = ({ region, no }: RegionChange) => ({ pk: ALL, sk: `${historyOf(region)}${String(no).padStart(6, '0')}` });

export const regionsIn = (table: Table): Regions => ({
  async all() {
    return (await table.query({ pk: ALL, prefix: 'REGION#' })).map((row) => RegionRules.parse(row));
  },
  async find(code) {
    const row = await table.get(keyOf(code));
    return row && RegionRules.parse(row);
  },
  change: (code, setting, decision) =>
    untilUndisturbed(async () => {
      const row = await table.get(keyOf(code));
      const no = Number(row?.['changes'] ?? 0) + 1;
      const change = changed({ code, before: row && RegionRules.parse(row), no }, setting, decision);
      await table.write([
        { row: { ...keyOf(code), ...change.after, changes: no }, was: row?.version ?? 'absent' },
        { row: { ...historyKey(change), ...change, event: eventOfChange(change) }, was: 'absent' },
      ]);
      return change;
    }),
  history: async (code) => (await table.query({ pk: ALL, prefix: historyOf(code) })).map((row) => RegionChange.parse(row)),
});
