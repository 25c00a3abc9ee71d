/** With what the mini-program came (back) to the front. */
export interface AppShow {
  /** The platform's number of the way in: a number on WeChat, a text on Alipay. */
  readonly scene?: number | string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly referrerInfo?: { readonly appId?: string; readonly extraData?: Readonly<Record<string, unknown>> };
}

interface Waiting {
  readonly isMeant: (show: AppShow) => boolean;
  readonly tell: (show: AppShow) => void;
}

let waiting: readonly Waiting[] = [];

/** The next return to the front that is meant, e.g. from another mini-program. */
export const nextAppShow = (isMeant: Waiting['isMeant']) =>
  new Promise<AppShow>((tell) => {
    waiting = [...waiting, { isMeant, tell }];
  });

/** Told by the app itself. */
export function appShown(show: AppShow = {}): void {
  const told = waiting.filter(({ isMeant }) => isMeant(show));
  waiting = waiting.filter((one) => !told.includes(one));
  told.forEach(({ tell }) => tell(show));
}
