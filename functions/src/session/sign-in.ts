import { type Channel, type Clock, type Output, type signIn as endpoint } from '@yibao/shared';
import type { BlindIndex } from '../crypto/digest';
import type { Call } from '../http/call';
import type { Platform } from '../upstream/ports';
import { begun } from './session';
import type { Sessions } from './store';

export interface Needs {
  readonly sessions: Pick<Sessions, 'begin' | 'idOf'>;
  readonly platforms: Readonly<Record<Channel, Pick<Platform, 'signIn'>>>;
  readonly blindIndex: BlindIndex;
  /** 256 random bits. */
  readonly newToken: () => string;
  readonly now: Clock;
}

export async function signIn({ input }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  const { channel, code, device } = input;
  const { openId } = await needs.platforms[channel].signIn(code);
  const now = needs.now();
  const token = needs.newToken();
  const account = needs.blindIndex('account', `${channel}|${openId}`);
  const session = begun({ id: needs.sessions.idOf(token), account, channel, openId, device }, now);
  await needs.sessions.begin(session);
  return { token, expiresAt: session.expiresAt, serverTime: now.toISOString() };
}
