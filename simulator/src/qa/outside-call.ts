import { Misused } from './words';

export interface Asking {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** Asks the running simulator. Throws Misused where nothing runs or it refuses. */
export async function askOutside(outside: string, { method, path, body }: Asking): Promise<unknown> {
  const sent = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(outside + path, { method, ...sent }).catch(() => undefined);
  if (!answer) throw new Misused(`${outside} 没有回应，请先运行 npm start。\nNothing answers at ${outside}: run npm start first.`);
  const reply: unknown = await answer.json();
  if (!answer.ok) throw new Misused(`模拟器不接受 / refused by the simulator: ${JSON.stringify(reply)}`);
  return reply;
}
