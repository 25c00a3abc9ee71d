/**
 * How asking for permission ended. Off: the person has switched all messages off in the platform's settings. Unsupported: this app, in this version,
 * has no such messages. Failed: nothing was asked, it can be tried again.
 */
export type Subscribing = 'allowed' | 'refused' | 'off' | 'unsupported' | 'failed';

/** Asks for permission to send messages of these templates. Must follow a tap at once. */
export type AskToSubscribe = (ids: readonly string[]) => Promise<Subscribing>;

export declare const askToSubscribe: AskToSubscribe;
