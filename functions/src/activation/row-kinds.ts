import { COMMON, general, type RowKind, sealed, secret, sensitive } from '../data-map/row-kind';

const consent = (what: string) => ({ [`${what}.version`]: general('the text agreed to'), [`${what}.at`]: general('when') });

export const activationKinds: readonly RowKind[] = [
  {
    kind: 'activation',
    pk: 'A#<account>',
    sk: 'ACTIVATION',
    keys: 'account: keyed digest',
    retention: 'personal data until the last step or a day of rest; the rest as long as the binding',
    attributes: {
      ...COMMON,
      account: sensitive('keyed digest of the platform account'),
      channel: general('WeChat or Alipay'),
      scene: general('the entrance, as the platform numbers it'),
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
    attributes: { ...COMMON, count: general('faces or messages asked for on that day') },
  },
];
