/** What must stay where it belongs. `code` is the 28 digits that are shown and scanned. */
export const SECRET_KINDS = ['idNumber', 'phone', 'name', 'pin', 'smsCode', 'seed', 'token', 'code', 'openId'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** All secrets that a test has shown so far. */
export type Secrets = Readonly<Record<SecretKind, Set<string>>>;
