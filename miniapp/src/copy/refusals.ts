import { CHANNEL_NAMES, type Channel, type Details, filled, type Refusal, type RefusalCode, untilIn, wording } from '@yibao/shared';
import { languageNow } from '../state/language';
import { everywhere } from './en/everywhere';
import { refusals } from './en/refusals';
import { dateText } from './moment';
import { unbroken } from './unbroken';

export interface Sentences {
  readonly title: string;
  readonly remedy: string;
}

const isChannel = (name: string): name is Channel => name in CHANNEL_NAMES;

const day = (told: string) => (/^\d{4}-\d{2}-\d{2}$/.test(told) ? dateText(told) : told);

type Telling = Readonly<Record<string, (told: string) => string>>;

const TOLD: Telling = { since: day, from: day, hotline: unbroken };

/** What the service says in Chinese inside the sentences, in English; proper names stay. */
const ENGLISH: Telling = {
  ...TOLD,
  platform: (told) => {
    const channel = Object.keys(CHANNEL_NAMES).filter(isChannel).find((one) => CHANNEL_NAMES[one] === told);
    return channel ? everywhere.channels[channel] : 'the insured region';
  },
  until: (told) => {
    const { day: when, time } = untilIn(told);
    return `${when} at ${time}`;
  },
};

const toldBy = (telling: Telling, details: Details): Details => Object.fromEntries(Object.entries(details).map(([name, value]) => [name, telling[name]?.(String(value)) ?? value]));

/** What a person reads for a refusal. The service answers in Chinese and with a code; in English the phone finds the words. */
export function wordsOf({ code, details }: Pick<Refusal, 'code' | 'details'>): Sentences {
  if (languageNow() === 'zh') return wording(code, toldBy(TOLD, details));
  const said: Partial<Record<RefusalCode, Sentences>> = refusals;
  const { title, remedy } = said[code] ?? refusals.INTERNAL;
  const told = toldBy(ENGLISH, details);
  return { title: filled(title, told), remedy: filled(remedy, told) };
}
