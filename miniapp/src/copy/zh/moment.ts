/** A time in China, taken apart. */
interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

export const moment = {
  at: ({ month, day, time }: Parts) => `${month}月${day}日 ${time}`,
  on: ({ year, month, day }: Parts) => `${year}年${month}月${day}日`,
} as const;
