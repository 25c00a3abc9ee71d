/** How to wait: `random` gives 0 ≤ x < 1, `sleep` waits milliseconds. */
export interface Patience {
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

const TRIES = 4;
const PASSING = new Set(['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

interface Failure {
  readonly name?: string;
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
}

/** Collisions and throttling pass; the SDK repeats throttled calls but neither of these (measured). */
function passes(error: unknown): boolean {
  const { name, CancellationReasons } = error as Failure;
  if (name === 'TransactionConflictException') return true;
  return name === 'TransactionCanceledException' && (CancellationReasons ?? []).every(({ Code = 'None' }) => PASSING.has(Code));
}

/** Repeats a colliding write with full jitter: up to 40, 80, 160 ms. */
export async function withPatience<T>(patience: Patience, attempt: () => Promise<T>, tried = 1): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (tried >= TRIES || !passes(error)) throw error;
    await patience.sleep(patience.random() * 20 * 2 ** tried);
    return withPatience(patience, attempt, tried + 1);
  }
}
