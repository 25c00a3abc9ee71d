import { isCallback, isPlain, plainOf, type Callback, type Plain } from '../plain';
import { ApiFailure, type Bench } from './bench';

export type Surface = Record<string, unknown>;

const printable = (value: unknown): unknown => {
  const text = JSON.stringify(value, (_key, field: unknown) => (typeof field === 'function' ? undefined : field)) as string | undefined;
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
};

/** A turn of the real event loop: no API answers before the calling code has finished. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const failureFields = (bench: Bench, name: string, cause: unknown): Plain => {
  const { message, fields } = cause instanceof ApiFailure ? cause : new ApiFailure(cause instanceof Error ? cause.message : 'system error');
  return bench.platform === 'weapp' ? { errMsg: `${name}:fail ${message}`, ...fields } : { error: 4, errorMessage: message, ...fields };
};

/** Calls the app's callbacks as the platform does; what they throw is the app's uncaught error. */
export const deliver = (bench: Bench, name: string, call: () => void): void => {
  try {
    call();
  } catch (cause) {
    bench.problems.add('uncaught-error', `callback of ${name}`, cause);
  }
};

const callbackOf = (options: Plain, name: string): Callback | undefined => {
  const callback = options[name];
  return isCallback(callback) ? callback : undefined;
};

interface Outcome {
  readonly ok: boolean;
  readonly fields: Plain;
}

export const report = (bench: Bench, { name, options }: { name: string; options: Plain }, { ok, fields }: Outcome): Plain => {
  const result = bench.adopt(fields);
  deliver(bench, name, () => callbackOf(options, ok ? 'success' : 'fail')?.(result));
  deliver(bench, name, () => callbackOf(options, 'complete')?.(result));
  return result;
};

const settled = async (bench: Bench, name: string, reply: () => unknown): Promise<Outcome> => {
  await turn();
  try {
    const fields = plainOf(await reply());
    return { ok: true, fields: bench.platform === 'weapp' ? { ...fields, errMsg: `${name}:ok` } : fields };
  } catch (cause) {
    return { ok: false, fields: failureFields(bench, name, cause) };
  }
};

export const listened = (options: Plain): boolean => ['success', 'fail', 'complete'].some((key) => isCallback(options[key]));

/** What the app awaits; the platforms reject with their plain failure object. */
export const promised = (bench: Bench, done: Promise<{ ok: boolean; result: Plain }>): Promise<unknown> =>
  bench.promise(done.then(({ ok, result }) => (ok ? result : Promise.reject(result as unknown as Error))));

/** An API with success/fail/complete, that returns a promise when none of them is given. */
export const asynchronous = (bench: Bench, name: string, builtIn: (options: Plain) => unknown): Callback => (given) => {
  const options = isPlain(given) ? given : {};
  bench.calls.push({ api: name, options: printable(options) });
  const answer = bench.answers[name];
  const reply = () => (answer === undefined ? builtIn(options) : answer(options, bench.phone));
  const done = bench.track(
    settled(bench, name, reply).then((outcome) => ({ ok: outcome.ok, result: report(bench, { name, options }, outcome) })),
  );
  if (listened(options)) return undefined;
  return promised(bench, done);
};

/** An API that answers at once. */
export const synchronous = (bench: Bench, name: string, reply: (...given: unknown[]) => unknown): Callback => (...given) => {
  bench.calls.push({ api: name, options: printable(given.length === 1 ? given[0] : given) });
  return bench.adopt(reply(...given));
};

export const note = (bench: Bench, api: string, options: unknown): void => void bench.calls.push({ api, options: printable(options) });
