import type { Person } from '../persons/person';
import type { Handler, Reply } from '../wire/asked';
import { json } from '../wire/asked';
import type { OneTimeCodes, Redeemed } from '../wire/one-time-codes';
import { refused } from './weapp-errors';

/** How WeChat refuses a code that is not good. */
export const codeRefused = ({ state }: Redeemed<unknown>): Reply => refused(state === 'used' ? 40163 : 40029);

export function code2Session(app: { appId: string; appSecret: string }, codes: OneTimeCodes<Person>, newId: () => string): Handler {
  return ({ query }) => {
    if (query['appid'] !== app.appId) return refused(40013);
    if (query['secret'] !== app.appSecret) return refused(40125);
    if (query['grant_type'] !== 'authorization_code') return refused(40002);
    const redeemed = codes.redeem(query['js_code'] ?? '');
    if (redeemed.state !== 'good') return codeRefused(redeemed);
    return json({ openid: redeemed.value.openId.weapp, session_key: Buffer.from(newId()).toString('base64') });
  };
}
