import { chinaDay, chinaTime } from '@yibao/shared';

/** 11月23日 09:05, in China's time. */
export function momentText(instant: string): string {
  const at = new Date(instant);
  const [, month, day] = chinaDay(at).split('-');
  return `${Number(month)}月${Number(day)}日 ${chinaTime(at)}`;
}

/** 2026年11月23日, in China's time. */
export function dayText(instant: string): string {
  const [year, month, day] = chinaDay(new Date(instant)).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
