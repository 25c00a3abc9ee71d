import { type Channel, type Output, signIn } from '@yibao/shared';
import type { CallService } from './caller';

interface Session {
  readonly token: string;
  readonly expiresAt: string;
}

interface Needs {
  readonly call: CallService;
  readonly channel: () => Channel;
  readonly login: () => Promise<string>;
  readonly device: () => Promise<string>;
  readonly kept: { restore(): Promise<void>; get(): Session | undefined; set(session: Session): Promise<void>; forget(): Promise<void> };
}

const sessionIn = ({ token, expiresAt }: Output<typeof signIn>): Session => ({ token, expiresAt });

/** The session of this account: kept from before, or got silently with a code of the platform; callers at the same time share one. */
export function sessions({ call, channel, login, device, kept }: Needs) {
  let coming: Promise<Session> | undefined;

  const begin = async () => {
    const session = sessionIn(await call(signIn, { channel: channel(), code: await login(), device: await device() }));
    await kept.set(session);
    return session;
  };

  return {
    device,
    token: async () => {
      await kept.restore();
      const { token } = kept.get() ?? (await (coming ??= begin().finally(() => (coming = undefined))));
      return token;
    },
    drop: async (token: string) => {
      if (kept.get()?.token === token) await kept.forget();
    },
  };
}
