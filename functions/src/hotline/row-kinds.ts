import { COMMON, general, type RowKind, sensitive } from '../data-map/row-kind';

const NUMBER = general('number of the call in the desk’s own system');

export const hotlineKinds: readonly RowKind[] = [
  {
    kind: 'case of the hotline',
    pk: 'HC#<case number>',
    sk: 'CASE',
    retention: 'three years at least, with the audit trail',
    holder: { copy: { not: 'work of the desk, with numbers of its people; what was done to the voucher is told in the trail' }, closed: { kept: '办理记录和热线受理记录（谁、何时、在哪个渠道、办了什么，内容已脱敏）' } },
    attributes: {
      ...COMMON,
      caseNumber: NUMBER,
      voucherId: general('random name of the voucher'),
      'seats[].id': general('name of a binding that is to end'),
      'seats[].channel': general('WeChat or Alipay'),
      reason: general('why it is to end'),
      'checks[]': general('how the caller was identified'),
      requestedBy: sensitive('number of the operator who asked'),
      requestedAt: general('when'),
      expiresAt: general('until when it can be decided'),
      state: general('open, approved or rejected'),
      decidedBy: sensitive('number of the operator who decided'),
      decidedAt: general('when'),
      rejectedFor: general('why it was rejected'),
      receipt: general('number of the unbinding'),
    },
  },
  {
    kind: 'line in the list of cases',
    pk: 'HL#OPEN',
    sk: 'CASE#<time>#<case number>',
    retention: 'a day after the case could be decided',
    attributes: { ...COMMON, caseNumber: NUMBER, closed: general('decided') },
  },
  {
    kind: 'counted look-ups',
    pk: 'RL#operator#<number>',
    sk: 'LOOKUPS#<length>#<window>',
    keys: 'number of the operator',
    retention: 'an hour or a day',
    attributes: { ...COMMON, count: general('how many ID numbers the operator asked about') },
  },
];
