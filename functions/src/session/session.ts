import { Channel, DeviceId, HOUR, Instant, later } from '@yibao/shared';
import * as z from 'zod/mini';

/** How long a session lasts without signing in again; the mini-program signs in silently. */
const LASTS_MS = 12 * HOUR;

export const Session = z.object({ account: z.string(), channel: Channel, openId: z.string(), device: DeviceId, createdAt: Instant, expiresAt: Instant });
export type Session = z.infer<typeof Session>;

export const begun = (who: Pick<Session, 'account' | 'channel' | 'openId' | 'device'>, now: Date): Session => ({
  ...who,
  createdAt: now.toISOString(),
  expiresAt: later(now, LASTS_MS).toISOString(),
});

export const isLive = (session: Session, now: Date) => session.expiresAt > now.toISOString();
