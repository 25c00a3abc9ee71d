import { COMMON, general, type RowKind, sealed, sensitive } from '../data-map/row-kind';

const ENDED = general('when the account was closed; then nothing of the person is left here');
const NUMBER = general('number of the ticket, says nothing of the person');

export const feedbackKinds: readonly RowKind[] = [
  {
    kind: 'ticket',
    pk: 'FB#<number>',
    sk: 'TICKET',
    retention: 'half a year while it waits, thirty days after the last answer',
    holder: { copy: { in: 'tickets', but: { answeredBy: 'the number of an operator is the operator’s', region: 'where the person is insured, which the voucher tells' } }, closed: { days: 1 } },
    attributes: {
      ...COMMON,
      ticket: NUMBER,
      account: sensitive('keyed digest of the platform account'),
      kind: general('what it is about'),
      state: general('waiting, answered or closed'),
      region: sensitive('where the person is insured'),
      contact: sealed(sensitive('WeChat ID, Alipay account or phone, to reach the person')),
      createdAt: general('when it was made'),
      answer: sealed(sensitive('what the bureau answered')),
      answeredAt: general('when'),
      endedAt: ENDED,
      answeredBy: sensitive('number of the operator'),
    },
  },
  {
    kind: 'own ticket',
    pk: 'A#<account>',
    sk: 'TICKET#<kind, and the ticket where it is not the latest of its kind alone>',
    keys: 'account: keyed digest',
    retention: 'as the ticket, and thirty days in which it may be answered',
    holder: { copy: { not: 'the place of a ticket' }, closed: { days: 1 } },
    attributes: { ...COMMON, ticket: NUMBER, endedAt: ENDED },
  },
  {
    kind: 'line in the list of tickets',
    pk: 'FL#OPEN',
    sk: 'TICKET#<time>#<number>',
    retention: 'as the ticket',
    attributes: { ...COMMON, ticket: NUMBER, closed: general('answered for good') },
  },
];
