import { HOUR, MINUTE, SECOND, later, type Clock } from '@yibao/shared';
import { fieldsOf, json, textIn, type Asked, type Handler, type Reply } from '../wire/asked';
import { refused } from './weapp-errors';

const LIFETIME_MS = 2 * HOUR;
/** A new token is given from this long before the old one's end; both work meanwhile. */
const OVERLAP_MS = 5 * MINUTE;

interface Token {
  readonly value: string;
  readonly until: Date;
}

export interface Tokens {
  readonly stableToken: Handler;
  /** Why this call's access_token is not taken, if it is not. */
  check(asked: Asked): Reply | undefined;
  /** Makes all tokens worthless, as a forced refresh elsewhere would. */
  readonly revoke: () => void;
}

export function tokens(app: { appId: string; appSecret: string }, now: Clock, newId: () => string): Tokens {
  let given: Token[] = [];
  const current = (): Token => {
    const last = given.at(-1);
    if (last && later(now(), OVERLAP_MS) < last.until) return last;
    const fresh = { value: `${newId()}${newId()}`, until: later(now(), LIFETIME_MS) };
    given.push(fresh);
    return fresh;
  };
  return {
    stableToken({ body }) {
      const fields = fieldsOf(body);
      if (fields['grant_type'] !== 'client_credential') return refused(40002);
      if (textIn(fields, 'appid') !== app.appId) return refused(40013);
      if (textIn(fields, 'secret') !== app.appSecret) return refused(40125);
      const { value, until } = current();
      return json({ access_token: value, expires_in: Math.floor((until.getTime() - now().getTime()) / SECOND) });
    },
    check({ query }) {
      if (!query['access_token']) return refused(41001);
      const found = given.find(({ value }) => value === query['access_token']);
      if (!found) return refused(40001);
      return found.until <= now() ? refused(42001) : undefined;
    },
    revoke: () => void (given = []),
  };
}
