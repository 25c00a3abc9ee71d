import { isCallback, isPlain, type Plain } from '../plain';
import { type Problems } from '../problems';

/** The object given to App(), which getApp() returns. */
export class AppObject {
  definition: Plain | undefined;

  constructor(
    private readonly problems: Problems,
    private readonly adopt: (given: Plain) => Plain,
  ) {}

  define = (definition: unknown): void => {
    if (isPlain(definition)) this.definition = definition;
  };

  /** Calls a life cycle method, if the app has it. */
  call(method: string, given: Plain): void {
    const found = this.definition?.[method];
    if (!isCallback(found)) return;
    try {
      found.call(this.definition, this.adopt(given));
    } catch (cause) {
      this.problems.add('uncaught-error', `App.${method}`, cause);
    }
  }
}
