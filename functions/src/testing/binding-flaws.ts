import type { Row } from '../aws/table';
import type { Desk } from './desk';
import { rowsOf, trailFlaws } from './trail-flaws';

const live = (row: Row) => row['endedAt'] === undefined;
const ofKind = (rows: readonly Row[], pk: string, sk: string) => rows.filter((row) => row.pk.startsWith(pk) && row.sk.startsWith(sk) && live(row));
const placeOf = (row: Row) => `${String(row['province'])}#${String(row['handle'])}`;
const last = (text: string) => text.split('#').at(-1)!;

/**
 * What must hold of the rows whenever nothing is under way: a line in the voucher's list for every binding, an active code only where a binding
 * points to it, a PIN exactly while something is bound, a phone only of a binding, and a sound trail. Empty where all of it holds.
 */
export function bindingFlaws(desk: Desk): readonly string[] {
  const rows = rowsOf(desk);
  const bindings = ofKind(rows, 'A#', 'BINDING');
  const bound = bindings.map(({ pk }) => last(pk)).sort();
  const listed = ofKind(rows, 'V#', 'BINDING#').map(({ sk }) => last(sk)).sort();
  const pointed = new Set(bindings.flatMap(({ code }) => (code ? [placeOf(code as Row)] : [])));
  const stray = rows.filter((row) => row.sk === 'CODE' && row['status'] === 'active' && !pointed.has(placeOf(row)));
  const pins = ofKind(rows, 'V#', 'PIN').length;
  const phones = ofKind(rows, 'V#', 'PHONE#').filter(({ sk }) => !bound.includes(last(sk)));
  return [
    ...(JSON.stringify(bound) === JSON.stringify(listed) ? [] : [`bound ${bound.length}, listed ${listed.length}`]),
    ...stray.map(() => 'an active code without binding'),
    ...(pins === (bound.length > 0 ? 1 : 0) ? [] : [`${pins} PINs for ${bound.length} bindings`]),
    ...phones.map(() => 'a phone without binding'),
    ...trailFlaws(desk).map(({ kind }) => `trail ${kind}`),
    ...desk.log.filter(({ code }) => code === 'INTERNAL').map(({ path, defect }) => `defect at ${path}: ${JSON.stringify(defect)}`),
  ];
}
