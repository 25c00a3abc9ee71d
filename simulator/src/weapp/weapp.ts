import type { Clock } from '@yibao/shared';
import type { Inbox } from '../inbox/inbox';
import type { Look } from '../persons/camera';
import type { People } from '../persons/people';
import type { Person } from '../persons/person';
import { fieldsOf, type Handler, type Routes } from '../wire/asked';
import { oneTimeCodes } from '../wire/one-time-codes';
import { cardAccountOf } from './card-account';
import { cards, type Cards } from './cards';
import { weappFaces } from './face';
import { code2Session } from './login';
import { type WeappMessages, weappMessages } from './messages';
import { type GivenNumber, phoneNumbers } from './phone-number';
import { checkRealNameInfo } from './real-name';
import { tokens } from './tokens';

export interface Weapp {
  readonly routes: Routes;
  readonly revokeTokens: () => void;
  /** wx.login */
  login(person: Person): string;
  /** The button with open-type getPhoneNumber. */
  phoneNumber(person: Person, number: GivenNumber): string;
  /** The city service's consent page, with the pay password. */
  realName(person: Person): string;
  face(person: Person, verifyId: string, look: (idNumber: string) => Look): { passed: boolean; errCode: number };
  readonly messages: WeappMessages;
  /** 卡包, with the card of the official account. */
  readonly cards: Cards;
}

/** The pages that a message may open, as the released mini-program has them. */
const PAGES = ['pages/home/home', 'pages/voucher/voucher', 'pages/voucher/uses'];

/** An account that owns cards has tokens of its own, which nothing but its cards takes. */
const guarded = (routes: Routes, guard: (handler: Handler) => Handler): Routes => Object.fromEntries(Object.entries(routes).map(([route, handler]) => [route, guard(handler)]));

/** WeChat, for one mini-program and the official account beside it. */
export function weapp(app: { appId: string; appSecret: string }, { people, inbox, now, newId }: { people: People; inbox: Inbox; now: Clock; newId: () => string }): Weapp {
  const access = tokens(app, now, newId);
  const logins = oneTimeCodes<Person>(now, newId);
  const consents = oneTimeCodes<Person>(now, newId);
  const numbers = phoneNumbers(app.appId, now, newId);
  const faces = weappFaces(people, now, newId);
  const owner = cardAccountOf(app);
  const ownerAccess = tokens(owner, now, newId);
  const wallets = cards(owner, now, newId);
  const messages = weappMessages({ people, inbox, now }, PAGES);
  const withToken = (handler: Handler): Handler => (asked) => access.check(asked) ?? handler(asked);
  return {
    routes: {
      'POST /cgi-bin/stable_token': (asked) => (fieldsOf(asked.body)['appid'] === owner.appId ? ownerAccess : access).stableToken(asked),
      ...guarded(wallets.routes, (handler) => (asked) => ownerAccess.check(asked) ?? handler(asked)),
      'GET /sns/jscode2session': code2Session(app, logins, newId),
      'POST /intp/realname/checkrealnameinfo': withToken(checkRealNameInfo(consents)),
      'POST /cityservice/face/identify/getverifyid': withToken(faces.getVerifyId),
      'POST /wxa/business/getuserphonenumber': withToken(numbers.getUserPhoneNumber),
      'POST /cgi-bin/message/subscribe/send': withToken(messages.send),
      'POST /cityservice/face/identify/queryverifyinfo': withToken(faces.queryVerifyInfo),
    },
    revokeTokens() {
      access.revoke();
      ownerAccess.revoke();
    },
    login: (person) => logins.issue(person),
    phoneNumber: (person, number) => numbers.tap({ person, number }),
    realName: (person) => consents.issue(person),
    face: (person, verifyId, look) => faces.verify(person, verifyId, look),
    messages,
    cards: wallets,
  };
}
