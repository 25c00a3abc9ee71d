import type { RefusalCode } from '@yibao/shared';
import type { Fault, FaultKind } from '../faults/kinds';

type Outcome = RefusalCode | 'not refused';
type ByCall = Readonly<Record<string, Outcome>>;

/** The second time, a code has been used, an order number is taken and a number has just had its message; mere questions may be repeated. */
const DUPLICATE: ByCall = {
  stable_token: 'not refused',
  jscode2session: 'PLATFORM_CODE_REJECTED',
  checkrealnameinfo: 'ID_CODE_REJECTED',
  queryverifyinfo: 'not refused',
  getuserphonenumber: 'PHONE_PACKET_REJECTED',
  'alipay.system.oauth.token': 'PLATFORM_CODE_REJECTED',
  'alipay.user.info.share': 'not refused',
  'alipay.user.certify.open.query': 'not refused',
  getticket: 'not refused',
  decrypt: 'not refused',
  get: 'not refused',
  unavailable: 'not refused',
  'alipay.pass.instance.update': 'not refused',
  send: 'not refused',
  'alipay.open.app.mini.templatemessage.send': 'not refused',
  SendSms: 'SMS_TOO_SOON',
};

/** Six minutes ahead, one-time codes have ended and signed messages are out of time; the other calls carry no time that is checked. */
const CLOCK_OFFSET: ByCall = {
  jscode2session: 'PLATFORM_CODE_REJECTED',
  checkrealnameinfo: 'ID_CODE_REJECTED',
  getuserphonenumber: 'PHONE_PACKET_REJECTED',
  'alipay.system.oauth.token': 'PLATFORM_CODE_REJECTED',
  SendSms: 'UPSTREAM_BUSY',
};

/** WeChat and the text-message providers do not sign their answers. */
const UNSIGNED = new Set<Fault['upstream']>(['weapp', 'sms']);

/** These answers say whom they are about, or have ended since; of the others, the step after finds out. */
const NAMED = new Set(['alipay.user.info.share', 'stable_token']);

const isBureau = ({ upstream }: Pick<Fault, 'upstream'>) => upstream === 'bureau';

type Hit = Pick<Fault, 'upstream'> & { readonly call: string };

const unless = (isFelt: boolean): Outcome => (isFelt ? 'UPSTREAM_BUSY' : 'not refused');

const BY_KIND: Readonly<Partial<Record<FaultKind, (hit: Hit) => Outcome>>> = {
  duplicate: ({ call }) => DUPLICATE[call] ?? 'UPSTREAM_BUSY',
  'clock-offset': (hit) => CLOCK_OFFSET[hit.call] ?? unless(isBureau(hit)),
  'wrong-signature': ({ upstream }) => unless(!UNSIGNED.has(upstream)),
  'expired-token': () => 'not refused',
  swapped: (hit) => unless(isBureau(hit) || NAMED.has(hit.call)),
};

/** What a client of the service throws when this kind of fault hits the call, and every further try of it. */
export const expectedRefusal = (hit: Hit, kind: FaultKind): Outcome => BY_KIND[kind]?.(hit) ?? 'UPSTREAM_BUSY';
