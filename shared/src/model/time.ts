import * as z from 'zod/mini';

/** A moment as text, UTC, e.g. 2026-11-22T08:00:00.000Z. */
export const Instant = z.iso.datetime('请用 2026-01-01T00:00:00.000Z 这样的时间');
export type Instant = z.infer<typeof Instant>;

export type Clock = () => Date;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The moment `ms` milliseconds after `from`. */
export const later = (from: Date, ms: number) => new Date(from.getTime() + ms);

/** The calendar day in China (UTC+8, no summer time), e.g. 2026-11-22. */
export const chinaDay = (at: Date) => later(at, 8 * HOUR).toISOString().slice(0, 10);

/** The time of day in China, e.g. 16:05. */
export const chinaTime = (at: Date) => later(at, 8 * HOUR).toISOString().slice(11, 16);

const DAYS = { today: '今天', tomorrow: '明天' } as const;

/** 今天16:05 or 明天09:00, for what lasts less than a day. */
export const untilText = (until: Date, now: Date) => DAYS[chinaDay(until) === chinaDay(now) ? 'today' : 'tomorrow'] + chinaTime(until);

/** What `untilText` says, for other languages. */
export const untilIn = (text: string): { day: keyof typeof DAYS; time: string } => ({ day: text.startsWith(DAYS.tomorrow) ? 'tomorrow' : 'today', time: text.slice(-5) });

/** 2026年11月22日 16:05, in China. */
export function chinaMoment(at: Date): string {
  const [year, month, day] = chinaDay(at).split('-').map(Number);
  return `${year}年${month}月${day}日 ${chinaTime(at)}`;
}
