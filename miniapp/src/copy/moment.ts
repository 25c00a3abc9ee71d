import { chinaDay, chinaTime } from '@yibao/shared';
import { moment as en } from './en/moment';
import { inLanguages } from './in-languages';
import { moment as zh } from './zh/moment';

const moment = inLanguages({ zh, en });

const partsOf = (day: string, time: string) => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date, time };
};

const partsIn = (instant: string) => partsOf(chinaDay(new Date(instant)), chinaTime(new Date(instant)));

/** 11月23日 09:05, in China's time. */
export const momentText = (instant: string) => moment.at(partsIn(instant));

/** 2026年11月23日, in China's time. */
export const dayText = (instant: string) => moment.on(partsIn(instant));

/** The same for a day without a time, such as 2026-11-23. */
export const dateText = (day: string) => moment.on(partsOf(day, ''));
