import { type Reply, type Service } from '../state';

const UNKNOWN: Reply = { status: 404, body: { code: 'ENDPOINT_UNKNOWN' } };

/** The service as a table: what it says to a question, by method and path. */
export const answering = (service: Service): ((method: string, path: string) => Reply) => {
  const asked = new Map<string, number>();
  return (method, path) => {
    const key = `${method} ${path}`;
    const replies = service[key] ?? UNKNOWN;
    if (typeof replies === 'string' || 'status' in replies) return replies;
    const count = asked.get(key) ?? 0;
    asked.set(key, count + 1);
    return replies[Math.min(count, replies.length - 1)] ?? UNKNOWN;
  };
};
