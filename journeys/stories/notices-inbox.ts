import type { Letter } from '@yibao/simulator/src/inbox/inbox';
import type { Person } from '../citizen/person';
import type { Stage } from './stage';

interface Phone {
  readonly id: string;
  readonly letters: readonly Letter[];
}

/** Longest that a message may be under way, in milliseconds. */
const UNDER_WAY = 15_000;

const pause = () => new Promise((resolve) => setTimeout(resolve, 100));

/** What a person's phone shows of a letter: the app, then its text or its title and lines. */
const shownOf = ({ app, title, text, lines = [] }: Letter) => [app, text ?? title, ...lines.map(({ value }) => value)].join(' ');

/** What has come to the phone, codes left out, newest first. */
export class NoticesInbox {
  constructor(private readonly stage: Stage) {}

  async of(person: Person): Promise<string[]> {
    const phones = (await (await fetch(`${this.stage.stack.outside}/inbox`)).json()) as Phone[];
    const letters = phones.find(({ id }) => id === person.id)?.letters ?? [];
    return letters.map(shownOf).filter((shown) => !shown.includes('验证码'));
  }

  /** The same once so many have come. */
  async until(person: Person, count: number): Promise<string[]> {
    const end = Date.now() + UNDER_WAY;
    for (;;) {
      const come = await this.of(person);
      if (come.length >= count) return come;
      if (Date.now() > end) throw new Error(`${come.length} of ${count} messages came: ${come.join('; ')}`);
      await pause();
    }
  }
}
