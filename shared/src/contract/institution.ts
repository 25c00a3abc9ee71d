import * as z from 'zod/mini';
import { ClientAssertion } from '../model/assertion';
import { endpoint } from './endpoint';

/**
 * 定点机构和合作渠道登录 (OAuth 2.0 client credentials, RFC 7523): a JWT signed with a registered key, ES256, header `typ` client-authentication+jwt and `kid`,
 * claims `iss` = `sub` = the institution's code, `aud` = the address of this endpoint, `iat`, `exp` at most five minutes later, and a `jti` used once.
 */
export const takeToken = endpoint({
  method: 'POST',
  path: '/institution/token',
  summary: '机构登录：用登记的密钥换取令牌',
  caller: 'anyone',
  input: ClientAssertion,
  output: z.strictObject({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() }),
  refusals: ['INSTITUTION_UNKNOWN'],
  idempotency: '一个断言（jti）只能用一次；重发请签一个新的',
  rate: { perSecond: 200, burst: 400 },
});
