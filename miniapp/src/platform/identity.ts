export type IdentityCode = { readonly code: string } | { readonly cancelled: true };

/** WeChat: the person proves their real name to the city service with the pay password; the code tells the service of it. */
export declare const proveRealName: () => Promise<IdentityCode>;

/** What goes with the agreement: on Alipay the code that lets the service read the account's real name, on WeChat nothing. */
export declare const agreementCode: () => Promise<IdentityCode | Record<string, never>>;
