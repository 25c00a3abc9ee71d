import { plainOf, textOf } from './plain';

export type ProblemKind =
  | 'uncaught-error'
  | 'unhandled-rejection'
  | 'missing-global'
  | 'forbidden-eval'
  | 'unknown-handler'
  | 'unknown-component'
  | 'unknown-event'
  | 'unknown-ability'
  | 'unknown-page'
  | 'too-many-pages'
  | 'unlisted-address'
  | 'broken-template'
  | 'oversized-data';

export interface Problem {
  readonly kind: ProblemKind;
  /** Page, file or API in which it showed. */
  readonly where: string;
  readonly text: string;
}

const MISSING = /^ReferenceError: (\S+) is not defined/;

/** An error of the app's realm is not an instance of our Error: read it by its fields. */
const describe = (cause: unknown): string => {
  if (typeof cause === 'string') return cause;
  const { name, message, stack, errMsg, errorMessage } = plainOf(cause);
  if (typeof message === 'string') return `${textOf(name) || 'Error'}: ${message}${typeof stack === 'string' ? `\n${stack.split('\n').slice(1, 6).join('\n')}` : ''}`;
  return textOf(errMsg) || textOf(errorMessage) || JSON.stringify(cause);
};

/** What went wrong in the app beyond what it handled itself; a test ends with expectNone(). */
export class Problems {
  readonly list: Problem[] = [];
  /** Remarks of the template compiler and the view; they do not fail a test. */
  readonly warnings: string[] = [];

  constructor(private readonly onProblem: (problem: Problem) => void = () => undefined) {}

  add(kind: ProblemKind, where: string, cause: unknown): Problem {
    const text = describe(cause);
    const thrown = kind === 'uncaught-error' || kind === 'unhandled-rejection';
    const problem: Problem = { kind: thrown && MISSING.test(text) ? 'missing-global' : kind, where, text };
    this.list.push(problem);
    this.onProblem(problem);
    return problem;
  }

  /** Empties the list, for tests that expect a problem. */
  take(): Problem[] {
    return this.list.splice(0);
  }

  expectNone(): void {
    if (this.list.length === 0) return;
    throw new Error(`the app had problems:\n${this.list.map(({ kind, where, text }) => `- ${kind} in ${where}: ${text}`).join('\n')}`);
  }
}
