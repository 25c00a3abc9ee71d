import { COMMON, general, type RowKind, sealed, secret, sensitive } from '../data-map/row-kind';

const ACTION = general('which sensitive action it is for');

export const sessionKinds: readonly RowKind[] = [
  {
    kind: 'session',
    pk: 'S#<SM3 of the token>',
    sk: 'SESSION',
    retention: 'until the session’s absolute limit, then by ttl',
    holder: { copy: { in: 'sessions', but: { openId: 'the platform’s own name of the account, which only the service and the platform can use' } }, closed: { kept: '这次登录' } },
    attributes: {
      ...COMMON,
      id: general('SM3 of the token, which itself is nowhere'),
      account: sensitive('keyed digest of the platform account'),
      channel: general('WeChat or Alipay'),
      openId: sealed(sensitive('the platform’s name of the account, for calls to the platform')),
      device: sensitive('random name of the device that the session is bound to'),
      createdAt: general('when it began'),
      seenAt: sensitive('when it was last used, for the idle limit'),
      expiresAt: general('its absolute limit'),
      endedAt: general('when it was ended'),
      'stepUps[].action': ACTION,
      'stepUps[].until': general('until when the confirmation serves'),
      'face.action': ACTION,
      'face.id': secret('the platform’s number of the face verification under way'),
      'face.orderNo': general('our number of it'),
      'face.startedAt': general('when it began'),
    },
  },
  {
    kind: 'device of an account',
    pk: 'A#<account>',
    sk: 'SESSION#<device>',
    keys: 'account: keyed digest; device: random name',
    retention: 'as its session',
    holder: { copy: { not: 'which session a device has: told with the sessions' }, closed: { kept: '这次登录' } },
    attributes: { ...COMMON, id: general('the latest session of that device') },
  },
];
