import { randomBytes } from 'node:crypto';
import { startStack } from '@yibao/simulator/src/stack';
import { rehearsedIfAsked } from '../rehearsal/recorded-rights';
import { type Citizen } from '../citizen/citizen';
import { newPerson, type Person } from '../citizen/person';
import { type Opening, Phones } from '../citizen/targets';

type Stack = Awaited<ReturnType<typeof startStack>>;

/** What the clerk sees after a scan at the counter page. */
export interface Reply {
  readonly outcome: 'accepted' | 'refused' | 'unreachable';
  readonly holder?: { readonly name: string; readonly region: string; readonly channel: string };
  readonly code?: number;
  readonly title?: string;
}

/** Longest that one story may take, in milliseconds: the web build in a browser on a busy computer. */
export const STORY = 90_000;

/** A PIN that nobody calls weak. */
export const PIN = '258036';

/** A whole local stack with phones and a counter, for the stories of one file. */
export class Stage {
  private constructor(
    readonly stack: Stack,
    private readonly phones: Phones,
  ) {}

  static async open(): Promise<Stage> {
    const stack = await startStack(rehearsedIfAsked());
    return new Stage(stack, new Phones(stack));
  }

  person = (name: string): Promise<Person> => newPerson(this.stack.outside, name);

  phone = (opening: Opening): Promise<Citizen> => this.phones.open(opening);

  /** Puts the phones away; fails if an app had an error that nobody saw. */
  afterStory = (): Promise<void> => this.phones.closeAll();

  async close(): Promise<void> {
    await this.phones.stop().finally(() => this.stack.stop());
  }

  /** Waits until the minute of the codes has room for what follows, in seconds. */
  async roomInMinute(seconds: number): Promise<void> {
    const left = 60 - ((Date.now() / 1000) % 60);
    if (left < seconds) await new Promise((resolve) => setTimeout(resolve, left * 1000));
  }

  /** The clerk scans a code for 门诊挂号; each scan has a number of its own. */
  async scan(code: string, scan = randomBytes(16).toString('hex')): Promise<Reply> {
    const answer = await fetch(`${this.stack.web}/counter/scan`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scan, code, businessType: '01101' }),
    });
    return (await answer.json()) as Reply;
  }
}
