import type { Clock } from '@yibao/shared';
import type { Look } from '../persons/camera';
import type { People } from '../persons/people';
import type { Person } from '../persons/person';
import type { Handler, Routes } from '../wire/asked';
import { oneTimeCodes } from '../wire/one-time-codes';
import { weappFaces } from './face';
import { code2Session } from './login';
import { checkRealNameInfo } from './real-name';
import { tokens } from './tokens';

export interface Weapp {
  readonly routes: Routes;
  readonly revokeTokens: () => void;
  /** wx.login */
  login(person: Person): string;
  /** The city service's consent page, with the pay password. */
  realName(person: Person): string;
  face(person: Person, verifyId: string, look: (idNumber: string) => Look): { passed: boolean; errCode: number };
}

/** WeChat, for one mini-program. */
export function weapp(app: { appId: string; appSecret: string }, { people, now, newId }: { people: People; now: Clock; newId: () => string }): Weapp {
  const access = tokens(app, now, newId);
  const logins = oneTimeCodes<Person>(now, newId);
  const consents = oneTimeCodes<Person>(now, newId);
  const faces = weappFaces(people, now, newId);
  const withToken = (handler: Handler): Handler => (asked) => access.check(asked) ?? handler(asked);
  return {
    routes: {
      'POST /cgi-bin/stable_token': access.stableToken,
      'GET /sns/jscode2session': code2Session(app, logins, newId),
      'POST /intp/realname/checkrealnameinfo': withToken(checkRealNameInfo(consents)),
      'POST /cityservice/face/identify/getverifyid': withToken(faces.getVerifyId),
      'POST /cityservice/face/identify/queryverifyinfo': withToken(faces.queryVerifyInfo),
    },
    revokeTokens: () => access.revoke(),
    login: (person) => logins.issue(person),
    realName: (person) => consents.issue(person),
    face: (person, verifyId, look) => faces.verify(person, verifyId, look),
  };
}
