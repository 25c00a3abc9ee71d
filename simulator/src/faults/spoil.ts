import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../wire/asked';
import type { Fault } from './faults';

const page = (body: string): Reply => ({ status: 200, type: 'text/html', body });

const HUGE = 'x'.repeat(1024 * 1024);

/** One character inside the signature is another; an answer without signature stays as it is. */
const badlySigned = (body: string) => body.replace(/("(?:sign|signData)":"[^"]{9})(.)/, (_all, start: string, one: string) => `${start}${one === 'A' ? 'B' : 'A'}`);

const SPOIL: Readonly<Partial<Record<Fault['kind'], (reply: Reply) => Reply | 'hang up'>>> = {
  drop: () => 'hang up',
  garbage: () => page('<html><body>系统维护中'),
  html: () => page('<!doctype html><html lang="zh"><title>502 Bad Gateway</title><body><h1>系统维护中</h1></body></html>'),
  truncated: (reply) => ({ ...reply, body: reply.body.slice(0, reply.body.length / 2) }),
  huge: (reply) => ({ ...reply, body: `${reply.body.slice(0, -1)},"more":"${HUGE}"}` }),
  'wrong-signature': (reply) => ({ ...reply, body: badlySigned(reply.body) }),
};

export interface Stage {
  readonly work: () => Reply;
  readonly endTokens: () => void;
  /** Does the work with the clock so many milliseconds ahead. */
  readonly ahead: (ms: number, work: () => Reply) => Reply;
}

/** The reply, spoilt as ordered. */
export async function spoilt({ kind, ms = 0 }: Fault, stage: Stage): Promise<Reply | 'hang up'> {
  if (kind === 'error') return { status: 500, type: 'text/plain', body: 'Internal Server Error' };
  if (kind === 'delay') await sleep(ms);
  if (kind === 'expired-token') stage.endTokens();
  const reply = kind === 'clock-offset' ? stage.ahead(ms, stage.work) : stage.work();
  return SPOIL[kind]?.(reply) ?? reply;
}
