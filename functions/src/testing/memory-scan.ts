import type { Row } from '../aws/table';
import type { Scan } from '../aws/table-scan';

/** Every row of a memory table, in the order of their keys. */
export const memoryScan = ({ rows }: { readonly rows: ReadonlyMap<string, Row> }): Scan => ({
  async page(after, limit) {
    const names = [...rows.keys()].sort().filter((name) => after === undefined || name > after);
    const found = names.slice(0, limit);
    return { rows: found.map((name) => structuredClone(rows.get(name)!)), next: names.length > limit ? found.at(-1) : undefined };
  },
});
