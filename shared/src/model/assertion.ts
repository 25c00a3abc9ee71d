import * as z from 'zod/mini';

/** RFC 7523: the client says who it is by a JWT that it signed itself. */
export const CLIENT_ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What is asked of a token endpoint. */
export const ClientAssertion = z.strictObject({
  grant_type: z.literal('client_credentials', 'grant_type 应为 client_credentials'),
  client_assertion_type: z.literal(CLIENT_ASSERTION_TYPE, `client_assertion_type 应为 ${CLIENT_ASSERTION_TYPE}`),
  client_assertion: z.string('缺少 client_assertion'),
});
