import { CHANNEL_NAMES, type Channel, type Details, filled, type Refusal, type RefusalCode, untilIn, wording } from '@yibao/shared';
import { languageNow } from '../state/language';
import { everywhere } from './en/everywhere';
import { refusals } from './en/refusals';
import { dateText } from './moment';

export interface Sentences {
  readonly title: string;
  readonly remedy: string;
}

const isChannel = (name: string): name is Channel => name in CHANNEL_NAMES;

/** What the service says in Chinese inside the sentences, in English; proper names stay. */
const TOLD: Readonly<Record<string, (told: string) => string>> = {
  platform: (told) => {
    const channel = Object.keys(CHANNEL_NAMES).filter(isChannel).find((one) => CHANNEL_NAMES[one] === told);
    return channel ? everywhere.channels[channel] : 'the insured region';
  },
  until: (told) => {
    const { day, time } = untilIn(told);
    return `${day} at ${time}`;
  },
  since: dateText,
  from: dateText,
};

const inEnglish = (details: Details): Details => Object.fromEntries(Object.entries(details).map(([name, value]) => [name, TOLD[name]?.(String(value)) ?? value]));

/** What a person reads for a refusal. The service answers in Chinese and with a code; in English the phone finds the words. */
export function wordsOf({ code, details }: Pick<Refusal, 'code' | 'details'>): Sentences {
  if (languageNow() === 'zh') return wording(code, details);
  const said: Partial<Record<RefusalCode, Sentences>> = refusals;
  const { title, remedy } = said[code] ?? refusals.INTERNAL;
  const told = inEnglish(details);
  return { title: filled(title, told), remedy: filled(remedy, told) };
}
