import { type Answer, ApiFailure, type Answers, type Phone } from './api/bench';
import { isPlain, plainOf, textOf, type Plain } from './plain';
import { type Platform } from './platform';

/** WeChat's city service: checks the pay password and hands a real-name code back to the mini-program that opened it. */
const CITY_SERVICE = 'wx308bd2aeb83d3345';

/** The scene of a mini-program that is returned to from another one. */
const RETURNED = 1038;

export type Post = (url: string, body: unknown) => Promise<unknown>;

const postJson: Post = async (url, body) => {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return answer.json();
};

type Ask = (path: string, more?: Plain) => Promise<Plain>;

const cityService =
  (ask: Ask) =>
  ({ appId }: Plain, phone: Phone): Plain => {
    if (appId !== CITY_SERVICE) throw new ApiFailure('invalid appid');
    phone.later(async () => {
      phone.background();
      const { code } = await ask('weapp/realname');
      await phone.foreground({ scene: RETURNED, referrerInfo: { appId: CITY_SERVICE, extraData: { code } } });
    });
    return {};
  };

/** A card that the wallet has; what it has not, it cannot show. */
const shown = ({ opened }: Plain): Plain => {
  if (opened !== true) throw new ApiFailure('card not found');
  return {};
};

/** What is before the camera; a person who holds it before nothing closes the scanner. */
const scanned = async (ask: Ask, path: string): Promise<Plain> => {
  const { text, reason = 'cancel', error = 10, ...more } = await ask(path);
  if (typeof text !== 'string') throw new ApiFailure(textOf(reason), path.startsWith('alipay') ? { error } : {});
  return { ...more, result: text, code: text };
};

const weapp = (ask: Ask): Answers => ({
  scanCode: () => scanned(ask, 'weapp/scan'),
  login: () => ask('weapp/login'),
  navigateToMiniProgram: cityService(ask),
  'open-type:getPhoneNumber': () => ask('weapp/phone-number', { other: true }),
  requestFacialVerify: async ({ verifyId }) => {
    const { passed, errCode } = await ask('weapp/face', { verifyId });
    if (passed !== true) throw new ApiFailure('verify failed', { errCode });
    return { errCode: 0, verifyResult: verifyId };
  },
  requestSubscribeMessage: async ({ tmplIds }) => {
    const { errCode, answers } = await ask('weapp/subscribe', { tmplIds });
    if (errCode !== 0) throw new ApiFailure('requestSubscribeMessage:fail', { errCode });
    return plainOf(answers);
  },
  addCard: async ({ cardList }) => {
    const card = plainOf(Array.isArray(cardList) ? cardList[0] : undefined);
    const { added, code, reason } = await ask('weapp/card', card);
    if (added !== true) throw new ApiFailure(textOf(reason));
    return { cardList: [{ ...card, code, isSuccess: true }] };
  },
  openCard: async ({ cardList }) => shown(await ask('weapp/card/open', plainOf(Array.isArray(cardList) ? cardList[0] : undefined))),
});

/** What the platforms themselves say when they have to ask their own servers and there is no network. */
const UNREACHED: Readonly<Record<Platform, Readonly<Record<string, Answer>>>> = {
  weapp: {
    login: () => fails('network error', { errno: 600001 }),
    navigateToMiniProgram: () => fails('network error'),
    'open-type:getPhoneNumber': () => ({ errMsg: 'getPhoneNumber:fail network error' }),
    requestFacialVerify: () => fails('network error', { errCode: 90007 }),
    requestSubscribeMessage: () => fails('request list fail', { errCode: 10002 }),
    addCard: () => fails('network error'),
  },
  alipay: {
    getAuthCode: () => fails('网络异常，请稍后再试', { error: 12 }),
    getPhoneNumber: () => fails('网络异常，请稍后再试', { error: 12 }),
    requestSubscribeMessage: () => fails('网络异常，请稍后再试', { error: 12 }),
    startAPVerify: () => ({ resultStatus: '6002', result: null }),
  },
};

function fails(message: string, fields: Plain = {}): never {
  throw new ApiFailure(message, fields);
}

/** Without a network the answers are the platform's own; what needs none stays. */
const withinReach = (answers: Answers, platform: Platform): Answers =>
  Object.fromEntries(Object.entries(answers).map(([name, answer]): [string, Answer] => [name, (options, phone) => (phone.device.online ? answer : (UNREACHED[platform][name] ?? answer))(options, phone)]));

const scopesOf = (scopes: unknown): string[] => (Array.isArray(scopes) ? scopes.map(textOf) : [textOf(scopes) || 'auth_base']);

const alipay = (ask: Ask): Answers => ({
  getAuthCode: async ({ scopes }) => {
    const wanted = scopesOf(scopes);
    const { authCode } = await ask(wanted.includes('auth_user') ? 'alipay/auth-user' : 'alipay/login');
    return { authCode, authSuccessScopes: wanted, authErrorScopes: {} };
  },
  scan: () => scanned(ask, 'alipay/scan'),
  'open-type:getAuthorize': () => ({ resultStatus: 'SUCCESS' }),
  getPhoneNumber: () => ask('alipay/phone-number'),
  requestSubscribeMessage: async ({ entityIds }) => ({ show: true, ...(await ask('alipay/subscribe', { entityIds })) }),
  openTicketDetail: async ({ partnerId, serialNumber }) => shown(await ask('alipay/pass/open', { partnerId, serialNumber })),
  startAPVerify: async ({ certifyId, url }) => ({ ...(await ask('alipay/face', { certifyId, url })), result: { certifyId } }),
});

/**
 * What the phone of a test person does, asked at the simulated outside world: sign-in, real name, face, phone number.
 * The person agrees to everything; replace single answers for one who does not.
 */
export const phoneOf = (person: string, outside: string, post: Post = postJson): Readonly<Record<Platform, Answers>> => {
  const ask: Ask = async (path, more = {}) => {
    const answer = await post(`${outside}/phone/${path}`, { person, ...more });
    if (!isPlain(answer)) throw new ApiFailure('system error');
    return plainOf(answer);
  };
  return { weapp: withinReach(weapp(ask), 'weapp'), alipay: withinReach(alipay(ask), 'alipay') };
};
