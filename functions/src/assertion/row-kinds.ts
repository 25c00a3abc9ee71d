import { COMMON, general, type RowKind } from '../data-map/row-kind';

export const assertionKinds: readonly RowKind[] = [
  {
    kind: 'refused assertions',
    pk: 'RL#assertion#<institution or operator>#<code or number, or ? where nobody has it>',
    sk: 'REFUSED#<day>#<reason>',
    keys: 'number of an operator',
    retention: '180 days, then by ttl',
    attributes: { ...COMMON, count: general('how many were refused on that day for that reason') },
  },
];
