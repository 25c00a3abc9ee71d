import { type Platform } from '../host/platform';

const HOUR = 3_600_000;

/** What the app has stored on a phone that showed a code a moment ago; read by miniapp/src/state. */
const warm = (now: number): Readonly<Record<string, unknown>> => {
  const at = (hours: number) => new Date(now + hours * HOUR).toISOString();
  const region = { code: '370100', name: '济南市', province: '山东省', bureau: '济南市医疗保障局', hotline: '0531-12393', open: true };
  return {
    session: { token: 'A'.repeat(43), expiresAt: at(24) },
    card: {
      voucher: { holder: '*三', region, channel: 'weapp', activatedAt: at(-72), pinPolicy: 'after-15-minutes' },
      seed: { handle: '4123456789', province: '37', seed: 'a1'.repeat(32), notAfter: at(70), offsetMs: 0, heardAt: now, clockDoubted: false },
    },
    display: { unlockedAt: now - 60_000, seenAt: now - 30_000, wrongTries: 0 },
  };
};

const slot = (platform: Platform, key: string) => (platform === 'weapp' ? `encrypted ${key}` : key);

/** The storage of a phone with a warm session, as the host keeps it. */
export const warmStorage = (platform: Platform): Map<string, string> =>
  new Map(Object.entries(warm(Date.now())).map(([key, value]) => [slot(platform, key), JSON.stringify(JSON.stringify(value))]));
