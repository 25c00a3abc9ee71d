import { Refusal, type Clock } from '@yibao/shared';
import type * as z from 'zod/mini';
import { textOf } from './body';
import type { Breaker, Breakers } from './breaker';

const PATIENCE_MS = 8000;

/** What is written down about a question: never its address, its content or its answer, which hold tokens and personal data. */
export interface UpstreamLine {
  readonly upstream: string;
  readonly call: string;
  /** declined: the other side answered that it will not. */
  readonly outcome: 'answered' | 'declined' | 'failed';
  /** HTTP status, the other side's own result code, or the kind of failure. */
  readonly detail: string;
  readonly ms: number;
}

/** What every client needs of the world. */
export interface UpstreamNeeds {
  readonly fetch: typeof fetch;
  readonly now: Clock;
  readonly log?: (line: UpstreamLine) => void;
  /** Milliseconds until a silent other side counts as busy; 8000 unless told. */
  readonly patienceMs?: number;
  /** Without them, a dead upstream is asked each time. */
  readonly breakers?: Breakers;
  /** Chance (0 ≤ x < 1) and time for further tries; without them there is one. */
  readonly again?: { readonly random: () => number; readonly sleep: (ms: number) => Promise<unknown> };
}

export interface SigningNeeds extends UpstreamNeeds {
  /** 32 hex digits that were never given before. */
  readonly nonce: () => string;
}

export interface Question {
  readonly upstream: 'weapp' | 'alipay' | 'sms' | 'bureau';
  readonly call: string;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function exchange(needs: UpstreamNeeds, { url, method, headers, body }: Question): Promise<string> {
  const response = await needs.fetch(url, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(needs.patienceMs ?? PATIENCE_MS),
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return textOf(response);
}

/** An answer that was understood, and the other side's own result code. */
export interface Reading<A> {
  readonly value: A;
  readonly code: string;
  readonly declined?: boolean;
}

const detailOf = (error: unknown) => (error instanceof Error ? (error.name === 'Error' ? error.message : error.name) : 'unknown');

/**
 * Asks and reads the answer with `read`.
 * Silence, a broken connection, a bad status, too long an answer or whatever `read` cannot read is UPSTREAM_BUSY.
 */
export async function ask<A>(needs: UpstreamNeeds, question: Question, read: (text: string) => Reading<A>): Promise<A> {
  const begun = needs.now().getTime();
  const note: Note = (outcome, detail) =>
    needs.log?.({ upstream: question.upstream, call: question.call, outcome, detail, ms: needs.now().getTime() - begun });
  const breaker = needs.breakers?.(question.upstream);
  if (breaker?.lets() === false) {
    note('failed', 'circuit open');
    throw new Refusal('UPSTREAM_BUSY');
  }
  return settled(breaker, note, async () => read(await exchange(needs, question)));
}

type Note = (outcome: UpstreamLine['outcome'], detail: string) => void;

async function settled<A>(breaker: Breaker | undefined, note: Note, work: () => Promise<Reading<A>>): Promise<A> {
  try {
    const { value, code, declined = false } = await work();
    breaker?.succeeded();
    note(declined ? 'declined' : 'answered', code);
    return value;
  } catch (error) {
    breaker?.failed();
    note('failed', detailOf(error));
    throw new Refusal('UPSTREAM_BUSY');
  }
}

/** The text as JSON of the given shape; throws without repeating any of it. */
export function parsed<S extends z.ZodMiniType>(schema: S, text: string): z.infer<S> {
  const result = schema.safeParse(jsonOf(text));
  if (!result.success) throw new Error('unexpected shape');
  return result.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('not JSON');
  }
}
