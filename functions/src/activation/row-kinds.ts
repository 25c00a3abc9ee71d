import { COMMON, general, type RowKind, sealed, secret, sensitive } from '../data-map/row-kind';

const consent = (what: string) => ({ [`${what}.version`]: general('the text agreed to'), [`${what}.at`]: general('when') });

const UNPROVEN = 'masked: nobody has proven yet to be that person';
const MASKED = { name: UNPROVEN, idNumber: UNPROVEN, phone: UNPROVEN, 'deskFace.operator': 'the number of an operator is the operator’s', 'insured[].insuredSince': 'what the bureau tells of the insurance, of which it gives copies itself' };

export const activationKinds: readonly RowKind[] = [
  {
    kind: 'activation',
    pk: 'A#<account>',
    sk: 'ACTIVATION',
    keys: 'account: keyed digest',
    retention: 'personal data until the last step, or a day of rest (a week while a report waits for its answer) and one more; the rest as long as the binding',
    holder: { copy: { in: 'activation', but: MASKED }, closed: { days: 1 } },
    attributes: {
      ...COMMON,
      account: sensitive('keyed digest of the platform account'),
      channel: general('WeChat or Alipay'),
      'origin.entry': general('by which way the person came in'),
      'origin.scene': general('the same, as the platform numbers it'),
      'origin.posterChannel': general('for which channel the activation QR was made that was scanned'),
      'origin.posterRegion': general('the region in which it hangs'),
      'origin.promotion': general('the promoter’s code on it, to whom the activation is attributed'),
      step: general('where it stands'),
      startedAt: general('when it began'),
      savedUntil: general('until when it can be gone on with'),
      ...consent('agreement'),
      ...consent('authorisation'),
      name: sealed(sensitive('to verify identity and find the insured record')),
      idNumber: sealed(sensitive('to verify identity and find the insured record')),
      phone: sealed(sensitive('to send the code to, and to refuse it as a PIN')),
      'insured[].region': sensitive('where the person is insured, to choose from'),
      'insured[].insutype': sensitive('kind of insurance'),
      'insured[].suspended': sensitive('whether benefits are suspended'),
      'insured[].insuredSince': sensitive('for regions that ask for a minimum time'),
      'face.id': secret('the platform’s number of the face verification under way'),
      'face.orderNo': general('our number of it'),
      'deskFace.operator': sensitive('number of the operator who stood in for the face'),
      'deskFace.ticket': general('for which ticket'),
      'deskFace.at': general('when'),
      verifiedAt: general('when it was found that it is this person'),
      region: sensitive('the region chosen'),
      'sms.digest': secret('keyed digest of the code sent'),
      'sms.sentAt': general('for the pause between messages'),
      'sms.expiresAt': general('until when the code serves'),
      'sms.tries': general('how often it was tried'),
      activatedAt: general('when it was done'),
      receipt: general('number for enquiries, says nothing of the person'),
    },
  },
  {
    kind: 'tries of a day',
    pk: 'A#<account>',
    sk: 'TRIES#<kind>#<day>',
    keys: 'account: keyed digest',
    retention: 'two days',
    holder: { copy: { not: 'numbers of two days that only slow down who tries' }, closed: { kept: '次数限制的计数' } },
    attributes: { ...COMMON, count: general('faces or messages asked for on that day') },
  },
];
