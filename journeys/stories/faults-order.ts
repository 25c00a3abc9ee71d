import { type Fault } from '@yibao/simulator/src/faults/kinds';
import { type Switches } from '@yibao/simulator/src/persons/switches';

/** A call that the service made of another side. */
export interface Call {
  readonly upstream: Exclude<Fault['upstream'], '*'>;
  readonly call: string;
}

interface Seen extends Call {
  readonly number: number;
}

/** What a tester can do to the simulated outside world while the stories run. */
export class FaultOrders {
  private last = 0;

  /** The stack need not stand before the first order. */
  constructor(private readonly stage: { readonly stack: { readonly outside: string } }) {}

  async order(...faults: readonly Fault[]): Promise<void> {
    for (const fault of faults) await this.ask('POST', '/faults', fault);
  }

  /** Takes back what has not hit. */
  async clear(): Promise<void> {
    await this.ask('DELETE', '/faults');
  }

  /** Changes what is special about a person, at once. */
  async turn(person: string, switches: Switches): Promise<void> {
    await this.ask('POST', '/persons/switch', { person, switches });
  }

  /** What was called since this was asked last, each once, in order. */
  async callsSince(): Promise<Call[]> {
    const { seen } = (await this.ask('GET', '/calls')) as { seen: Seen[] };
    const fresh = seen.filter(({ number }) => number > this.last).reverse();
    this.last = seen[0]?.number ?? 0;
    return fresh.filter(({ call }, i) => fresh.findIndex((one) => one.call === call) === i).map(({ upstream, call }) => ({ upstream, call }));
  }

  /** How often this was called since the simulator began. */
  async times(call: string): Promise<number> {
    const { seen } = (await this.ask('GET', '/calls')) as { seen: Seen[] };
    return seen.filter((one) => one.call === call).length;
  }

  private async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(this.stage.stack.outside + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`the simulator refused ${method} ${path}: ${await answer.text()}`);
    return answer.json();
  }
}
