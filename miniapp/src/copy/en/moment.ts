import type { Words } from '../in-languages';
import type { moment as zh } from '../zh/moment';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const dayOf = ({ day, month }: { day: number; month: number }) => `${day} ${MONTHS[month - 1] ?? ''}`;

export const moment: Words<typeof zh> = {
  at: (parts) => `${dayOf(parts)}, ${parts.time}`,
  on: (parts) => `${dayOf(parts)} ${parts.year}`,
};
