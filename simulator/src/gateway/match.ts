import { contract, type Endpoint, type Room } from '@yibao/shared';

/** One route of the API: which function answers it, and the promise it keeps. */
export interface Route {
  /** e.g. `POST /session` */
  readonly key: string;
  readonly room: string;
  readonly endpoint: Pick<Endpoint, 'method' | 'path' | 'rate' | 'dialect'>;
}

/** All routes of the contract. */
export const routesOfContract = (): Route[] =>
  (Object.keys(contract) as Room[]).flatMap((room) =>
    Object.values(contract[room]).map((endpoint: Endpoint) => ({ key: `${endpoint.method} ${endpoint.path}`, room, endpoint })),
  );

export interface Match {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

const GREEDY = /^\{(\w+)\+\}$/;
const SINGLE = /^\{(\w+)\}$/;

/** The parameters with which `segments` fit the pattern, or undefined. */
function fit(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [i, part] of pattern.entries()) {
    const greedy = GREEDY.exec(part);
    if (greedy) return i < segments.length ? { ...found, [greedy[1]!]: segments.slice(i).join('/') } : undefined;
    const single = SINGLE.exec(part);
    if (single && segments[i]) found[single[1]!] = segments[i];
    else if (part !== segments[i]) return undefined;
  }
  return pattern.length === segments.length ? found : undefined;
}

const looseness = ({ endpoint: { path } }: Route) => (path.includes('+}') ? 2 : path.includes('{') ? 1 : 0);

/** A matcher that ranks like API Gateway: a literal path, then one with `{parameters}`, then one with `{proxy+}`. */
export function matcherOf(routes: readonly Route[]): (method: string, path: string) => Match | undefined {
  const ranked = [...routes].sort((a, b) => looseness(a) - looseness(b)).map((route) => ({ route, pattern: route.endpoint.path.split('/') }));
  return (method, path) => {
    const segments = path.split('/');
    for (const { route, pattern } of ranked) {
      const pathParameters = route.endpoint.method === method ? fit(pattern, segments) : undefined;
      if (pathParameters) return { route, pathParameters };
    }
    return undefined;
  };
}
