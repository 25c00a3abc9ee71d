import { type Channel, type Endpoint, type Output, type RefusalCode, REFUSALS } from '@yibao/shared';

/** What the service does with a question: answers, never answers, or is not reached. */
export type Reply = 'never' | 'unreachable' | 'late' | { readonly status: number; readonly body: unknown };

/** Replies by endpoint, e.g. `GET /activation`; of several each is given once, in order, and the last one ever after. */
export type Service = Readonly<Record<string, Reply | readonly Reply[]>>;

/** What the phone's owner does, in the order in which it is done. `pin` types digits, `pass` lets seconds go by, `capture` takes a screenshot. */
export type Step = `tap ${string}` | `type ${string} ${string}` | `pin ${string}` | `pass ${number}` | 'offline' | 'capture';

/** Values of the phone's storage, as the app writes them. */
export type Kept = Readonly<Record<string, unknown>>;

/** How a page is brought to look, on every target. */
export interface How {
  readonly kept?: Kept;
  /** False: the phone has no network from the start. */
  readonly online?: false;
  /** What the service says other than usually. */
  readonly service?: Service;
  /** What the platforms' phone side says other than usually, by its path, e.g. `weapp/face`. */
  readonly phone?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly Step[];
  /** The phone's clock. */
  readonly at?: string;
  /** The state exists on this platform only. */
  readonly only?: Channel;
  /** The web build cannot be brought there. */
  readonly web?: false;
}

/** One look of one page. `sign` selects something that shows only then. */
export interface State extends How {
  readonly page: string;
  readonly name: string;
  readonly sign: string;
}

export const nameOf = ({ page, name }: State): string => `${page.split('/').slice(1).join('-')} ${name}`;

const keyOf = ({ method, path }: Endpoint): string => `${method} ${path}`;

/** Facts that fill the blanks in the refusals' sentences. */
const DETAILS = { seconds: 30, platform: '微信', hotline: '0531-12393', months: 6, since: '2026年9月1日', from: '2027年3月1日', region: '青岛市', left: 2, until: '11月23日 09:00' };

export const says = <E extends Endpoint>(endpoint: E, output: Output<E>): Service => ({ [keyOf(endpoint)]: { status: 200, body: output } });

const replyOf = (code: RefusalCode): Reply => {
  if (code === 'OFFLINE') return 'unreachable';
  if (code === 'TIMEOUT') return 'late';
  return { status: REFUSALS[code].status, body: { code, details: DETAILS, requestId: '7f3d5c1e9a204b68' } };
};

export const refuses = (endpoint: Endpoint, code: RefusalCode): Service => ({ [keyOf(endpoint)]: replyOf(code) });

/** Wants the person to confirm, and then answers. */
export const saysConfirmed = <E extends Endpoint>(endpoint: E, output: Output<E>): Service => ({
  [keyOf(endpoint)]: [replyOf('STEP_UP_REQUIRED'), { status: 200, body: output }],
});

export const never = (endpoint: Endpoint): Service => ({ [keyOf(endpoint)]: 'never' });

/** Makes the states of one page. */
export const statesOf =
  (page: string) =>
  (name: string, sign: string, how: How = {}): State => ({ page, name, sign, ...how });

/** How another begins, with more. */
export const also = (how: How, more: How): How => ({
  ...how,
  ...more,
  service: { ...how.service, ...more.service },
  kept: { ...how.kept, ...more.kept },
  steps: [...(how.steps ?? []), ...(more.steps ?? [])],
});

interface Asked {
  readonly endpoint: Endpoint;
  /** How the page comes to ask. */
  readonly how?: How;
  /** Beside the endpoint's own. */
  readonly others?: readonly RefusalCode[];
  /** Where a refusal is not told by a view of its own. */
  readonly signs?: Partial<Record<RefusalCode, string>>;
  readonly prefix?: string;
}

/** Whatever is asked can end so. */
export const ANY: readonly RefusalCode[] = ['OFFLINE', 'TIMEOUT', 'RATE_LIMITED', 'UPSTREAM_BUSY', 'INTERNAL'];

/** One state for each refusal of an endpoint. */
export const refusalsOf = (page: string, { endpoint, how = {}, others = ANY, signs = {}, prefix = '' }: Asked): State[] =>
  [...new Set([...endpoint.refusals, ...others])]
    .filter((code) => prefix === '' || code !== 'SESSION_REQUIRED')
    .map((code) => ({ page, name: `${prefix}${code}`, sign: signs[code] ?? `#refusal-${code}`, ...also(how, { service: refuses(endpoint, code) }) }));

/** Pages that ask the service nothing. */
export const STATIC_PAGES: readonly string[] = ['pages/settings/settings', 'pages/binding/lost'];
