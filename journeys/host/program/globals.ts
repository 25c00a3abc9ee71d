import { type Clock } from '../clock';
import { isCallback, textOf, type Plain } from '../plain';
import { DIALECTS, type Platform } from '../platform';
import { type Problems } from '../problems';
import { type Registry } from '../view/view';

export interface ConsoleLine {
  readonly level: string;
  readonly text: string;
}

export interface GlobalNeeds {
  readonly platform: Platform;
  readonly clock: Clock;
  readonly problems: Problems;
  readonly registry: Registry;
  readonly surface: Plain;
  readonly console: ConsoleLine[];
  readonly onApp: (definition: unknown) => void;
  readonly app: () => unknown;
  readonly pages: () => unknown[];
}

const LEVELS = ['log', 'info', 'warn', 'error', 'debug', 'group', 'groupEnd', 'time', 'timeEnd', 'trace', 'table'];

const printed = (value: unknown): string => {
  if (typeof value === 'object' && value !== null && 'message' in value) return textOf(value.message);
  return typeof value === 'object' ? JSON.stringify(value) : textOf(value);
};

const consoleOf = (lines: ConsoleLine[]): Plain =>
  Object.fromEntries(LEVELS.map((level) => [level, (...given: unknown[]) => void lines.push({ level, text: given.map(printed).join(' ') })]));

const timers = ({ clock, problems }: GlobalNeeds): Plain => {
  const guarded = (work: unknown, given: unknown[]) => () => {
    try {
      if (isCallback(work)) work(...given);
      else problems.add('forbidden-eval', 'timer', textOf(work).slice(0, 80));
    } catch (cause) {
      problems.add('uncaught-error', 'timer', cause);
    }
  };
  return {
    setTimeout: (work: unknown, delay: unknown, ...given: unknown[]) => clock.once(guarded(work, given), Number(delay ?? 0) || 0),
    setInterval: (work: unknown, period: unknown, ...given: unknown[]) => clock.every(guarded(work, given), Number(period ?? 0) || 0),
    clearTimeout: (id: unknown) => clock.clear(id),
    clearInterval: (id: unknown) => clock.clear(id),
  };
};

/** What an app's code finds besides ECMAScript: nothing of a browser, nothing of Node. */
export const appGlobals = (needs: GlobalNeeds): Plain => ({
  ...timers(needs),
  ...needs.registry,
  console: consoleOf(needs.console),
  [DIALECTS[needs.platform].api]: needs.surface,
  App: needs.onApp,
  getApp: needs.app,
  getCurrentPages: needs.pages,
  // Alipay's runtime looks at navigator.swuserAgent; WeChat has no navigator
  ...(needs.platform === 'alipay' ? { navigator: { userAgent: '', swuserAgent: 'AlipayClient rehearsal' } } : {}),
});
