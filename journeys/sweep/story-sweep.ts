import { type Leak, leaksIn } from '@yibao/functions/src/testing/leaks';
import { newRecording, type Recording, type Trace } from '@yibao/functions/src/testing/recording';
import { SECRET_KINDS } from '@yibao/functions/src/testing/secret-kinds';
import type { Overheard } from '@yibao/simulator/src/stack';
import type { Leavings } from '../citizen/hands';
import type { Person } from '../citizen/person';
import { handedTraces } from './stack-traces';

const EMPTY = { log: [], table: {} } as unknown as Parameters<typeof newRecording>[0];

/** Another recording that knows the same secrets. */
function after(before: Recording): Recording {
  const next = newRecording(EMPTY);
  for (const kind of SECRET_KINDS) for (const secret of before.secrets[kind]) next.secrets[kind].add(secret);
  return next;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const asText = (body: string | Buffer) => parsed(body.toString());

const phoneTraces = (where: string, { storage, console, addresses }: Leavings): readonly Trace[] => [
  { outlet: 'storage', where, content: Object.fromEntries(Object.entries(storage).map(([name, text]) => [name, parsed(text)])) },
  ...console.map((content): Trace => ({ outlet: 'console', where, content })),
  ...addresses.map((content): Trace => ({ outlet: 'url', where, content })),
];

/**
 * Collects what comes out while stories run on a stack (answers, addresses, states of rows, events, messages of queues, log lines, what phones
 * keep and print) and finds the personal data, PINs, seeds and tokens in it that do not belong there (ALL-4).
 */
export class StorySweep {
  private recording = newRecording(EMPTY);

  readonly overheard: Overheard = {
    exchange: ({ method, url, headers, body }, answer) => {
      const path = url.split('?')[0]!;
      const token = /^Bearer (.+)$/.exec(headers['authorization']?.[0] ?? '')?.[1];
      const answered = { body: asText(answer.body), headers: answer.headers };
      this.recording.exchange({ method, path, token, asked: asText(body), accepted: false, answered: { ...(answered.body as object), headers: answered.headers } });
      if (answer.status === 200) this.recording.add({ outlet: 'url', where: path, content: url });
    },
    handed: (to, records) => this.hear(handedTraces(to, records)),
  };

  know({ openId, ...person }: Pick<Person, 'name' | 'idNumber' | 'phone' | 'openId'>): void {
    this.recording.know(person);
    for (const id of Object.values(openId)) this.recording.secrets.openId.add(id);
  }

  hear(traces: readonly Trace[]): void {
    for (const trace of traces) this.recording.add(trace);
  }

  phone(where: string, left: Leavings): void {
    this.hear(phoneTraces(where, left));
  }

  /** What came out since the last time and does not belong there; never what it was. */
  leaks(): readonly Leak[] {
    const found = leaksIn(this.recording);
    this.recording = after(this.recording);
    return found;
  }

  /** Throws where something came out. */
  check(): void {
    const leaks = [...new Set(this.leaks().map((leak) => JSON.stringify(leak)))];
    if (leaks.length > 0) throw new Error(`personal data came out:\n${leaks.join('\n')}`);
  }
}
