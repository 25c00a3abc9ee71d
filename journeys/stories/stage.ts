import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Trace } from '@yibao/functions/src/testing/recording';
import { startStack } from '@yibao/simulator/src/stack';
import { rehearsedIfAsked } from '../rehearsal/recorded-rights';
import { type Citizen } from '../citizen/citizen';
import { newPerson, type Person } from '../citizen/person';
import { type Opening, Phones } from '../citizen/targets';
import { logReader, tableTraces } from '../sweep/stack-traces';
import { StorySweep } from '../sweep/story-sweep';
import { FaultOrders } from './faults-order';

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

interface Opened {
  readonly stack: Stack;
  readonly phones: Phones;
  readonly logs: () => readonly Trace[];
}

/** A whole local stack with phones, a counter and the orders of a tester, for the stories of one file. */
export class Stage {
  private opened: Opened | undefined;
  private readonly sweep = new StorySweep();
  readonly orders = new FaultOrders(this);

  /** Throws while the stage is not open. */
  get stack(): Stack {
    return this.standing().stack;
  }

  async open(): Promise<void> {
    const stack = await startStack({ ...rehearsedIfAsked(), overheard: this.sweep.overheard });
    this.opened = { stack, phones: new Phones(stack), logs: logReader(join(stack.dataDir, 'logs')) };
  }

  person = async (name: string): Promise<Person> => {
    const person = await newPerson(this.stack.outside, name);
    this.sweep.know(person);
    return person;
  };

  phone = (opening: Opening): Promise<Citizen> => this.standing().phones.open(opening);

  /** Takes back what was ordered and puts the phones away; fails if an app had an error that nobody saw, or personal data came out. */
  async afterStory(): Promise<void> {
    if (this.opened === undefined) return;
    const { stack, phones, logs } = this.opened;
    await this.orders.clear();
    await phones.closeAll();
    for (const [target, left] of phones.leavings()) this.sweep.phone(target, left);
    this.sweep.hear([...(await tableTraces(stack.database, stack.table)), ...logs()]);
    this.sweep.check();
  }

  async close(): Promise<void> {
    if (this.opened === undefined) return;
    const { phones, stack } = this.opened;
    try {
      await phones.stop();
    } finally {
      await stack.stop();
    }
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

  private standing(): Opened {
    if (this.opened === undefined) throw new Error('the stage opens before the first story');
    return this.opened;
  }
}

/** The stage of a file's stories: it opens before the first, is tidied after each, and closes after the last. */
export function stageForStories(): Stage {
  const stage = new Stage();
  beforeAll(() => stage.open(), STORY);
  afterEach(() => stage.afterStory(), STORY);
  afterAll(() => stage.close(), STORY);
  return stage;
}
