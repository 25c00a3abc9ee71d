import type { RefusalCode } from '@yibao/shared';
import type { Caller, Operator } from './call';

/** What an operator asked for, and what came of it. */
export interface Witnessed {
  readonly operator: Operator;
  readonly path: string;
  readonly requestId: string;
  readonly outcome: 'done' | RefusalCode;
  /** What was asked, as far as it was read. */
  readonly asked: unknown;
}

/** Told of every call of an operator before it is answered. */
export interface Witness {
  tell(witnessed: Witnessed): Promise<void>;
}

interface Watching {
  readonly caller: Caller;
  readonly path: string;
  readonly requestId: string;
  readonly witness: Witness | undefined;
  readonly outcomeOf: (error: unknown) => RefusalCode;
}

/**
 * Does what was asked. What an operator asks is told to the witness, also what was refused; where the witness cannot be told, nothing is
 * answered. `act` notes what was asked as soon as it is read.
 */
export async function witnessed<T>({ caller, path, requestId, witness, outcomeOf }: Watching, act: (note: (asked: unknown) => void) => Promise<T>): Promise<T> {
  if (caller.kind !== 'operator') return act(() => {});
  if (!witness) throw new Error('an operator without a witness');
  let asked: unknown;
  const tell = (outcome: Witnessed['outcome']) => witness.tell({ operator: caller, path, requestId, outcome, asked });
  const done = await act((read) => void (asked = read)).catch(async (error: unknown) => {
    await tell(outcomeOf(error));
    throw error;
  });
  await tell('done');
  return done;
}
