/** With what the mini-program came (back) to the front. */
export interface AppShow {
  /** The platform's number of the way in: a number on WeChat, a text on Alipay. */
  readonly scene?: number | string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly referrerInfo?: { readonly appId?: string; readonly extraData?: Readonly<Record<string, unknown>> };
}

let waiting: ((show: AppShow) => void)[] = [];

/** The next return to the front, e.g. from another mini-program. */
export const nextAppShow = () => new Promise<AppShow>((resolve) => waiting.push(resolve));

/** Told by the app itself. */
export function appShown(show: AppShow = {}): void {
  const told = waiting;
  waiting = [];
  told.forEach((tell) => tell(show));
}
