import * as z from 'zod/mini';
import { ClientAssertion } from '../model/assertion';
import { endpoint } from './endpoint';

/**
 * 操作员登录 (OAuth 2.0 client credentials, RFC 7523), as institutions do: a JWT signed with the operator's registered key; `iss` = `sub` = the
 * operator's number, `aud` = the address of this endpoint. `scope` tells the roles.
 */
export const takeOperatorToken = endpoint({
  method: 'POST',
  path: '/operator/token',
  summary: '操作员登录：用登记的密钥换取令牌',
  caller: 'anyone',
  input: ClientAssertion,
  output: z.strictObject({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int(), scope: z.string() }),
  refusals: ['OPERATOR_REQUIRED'],
  idempotency: '一个断言（jti）只能用一次；重发请签一个新的',
  rate: { perSecond: 20, burst: 40 },
});
