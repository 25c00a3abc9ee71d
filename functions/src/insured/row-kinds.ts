import { COMMON, general, type RowKind, sealed, sensitive } from '../data-map/row-kind';

export const insuredKinds: readonly RowKind[] = [
  {
    kind: 'insured person',
    pk: 'IN#<index>',
    sk: 'INSURED',
    keys: 'index: keyed digest of the ID number',
    retention: 'only where the bureau’s platform is not connected: until it is, see docs/bureau/import.md',
    holder: { copy: { not: 'the bureau’s own register, of which it gives copies itself' }, closed: { not: 'the bureau’s own register, which tells who is insured whether or not there is an account' } },
    attributes: { ...COMMON, person: sealed(sensitive('name and insurances (region, kind, status, since when, retired, person number) as the bureau’s file told them; asked at activation')) },
  },
  {
    kind: 'import of a file',
    pk: 'IN#IMPORT',
    sk: 'FILE#<digest>',
    retention: 'for ever: which files were taken in, by whom and when',
    attributes: {
      ...COMMON,
      line: general('up to which line it is done'),
      added: general('how many persons it brought'),
      changed: general('how many it changed'),
      same: general('how many were known as they are'),
      by: general('who did it, as the bureau names its people'),
      startedAt: general('when it began'),
      finishedAt: general('when it was done'),
    },
  },
  {
    kind: 'clearing of imported persons',
    pk: 'IN#IMPORT',
    sk: 'CLEARED#<time>',
    retention: 'for ever: who took the imported persons away, when and why',
    attributes: {
      ...COMMON,
      by: general('who did it, as the bureau names its people'),
      reason: general('why'),
      persons: general('how many there were'),
      at: general('when it began'),
      finishedAt: general('when it was done'),
    },
  },
];
