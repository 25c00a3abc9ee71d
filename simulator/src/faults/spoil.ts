import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../wire/asked';
import type { Fault, FaultKind } from './kinds';
import { mistyped, type Retell } from './retell';

const page = (body: string): Reply => ({ status: 200, type: 'text/html', body });

const HUGE = 'x'.repeat(1024 * 1024);

/** One character inside the signature is another; an answer without signature stays as it is. */
const badlySigned = (body: string) => body.replace(/("(?:sign|signData)":"[^"]{9})(.)/, (_all, start: string, one: string) => `${start}${one === 'A' ? 'B' : 'A'}`);

const SPOIL: Readonly<Partial<Record<FaultKind, (reply: Reply) => Reply | 'hang up'>>> = {
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
  /** What the same call answered last. */
  readonly before: Reply | undefined;
  readonly retell: Retell;
}

const retold = (reply: Reply, { kind, change = mistyped }: Fault, retell: Retell): Reply => (kind === 'wrong-type' ? { ...reply, body: retell(reply.body, change) } : reply);

function done(fault: Fault, { work, ahead, before, retell }: Stage): Reply | 'hang up' {
  const { kind, ms = 0 } = fault;
  const reply = kind === 'clock-offset' ? ahead(ms, work) : work();
  if (kind === 'duplicate') return work();
  return kind === 'swapped' ? (before ?? 'hang up') : (SPOIL[kind]?.(reply) ?? retold(reply, fault, retell));
}

const wait = (ms = 0) => sleep(ms, undefined, { ref: false });

/** The reply, spoilt as ordered. */
export async function spoilt(fault: Fault, stage: Stage): Promise<Reply | 'hang up'> {
  const { kind, ms } = fault;
  if (kind === 'error') return { status: 500, type: 'text/plain', body: 'Internal Server Error' };
  if (kind === 'delay') await wait(ms);
  if (kind === 'expired-token') stage.endTokens();
  const reply = done(fault, stage);
  if (kind === 'late') await wait(ms);
  return reply;
}
