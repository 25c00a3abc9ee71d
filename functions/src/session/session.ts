import { Channel, DeviceId, FACE_TASK_MS, Instant, later, MINUTE, Refusal, SESSION_IDLE_MS, SESSION_LASTS_MS, STEP_UP_MS, StepUpAction } from '@yibao/shared';
import * as z from 'zod/mini';

const Face = z.object({ action: StepUpAction, id: z.string(), orderNo: z.string(), startedAt: Instant });

/** A platform account signed in on one device. */
export const Session = z.object({
  /** The digest of the token. */
  id: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  account: z.string(),
  channel: Channel,
  openId: z.string(),
  device: DeviceId,
  createdAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
  endedAt: z.optional(Instant),
  /** What was confirmed by PIN or face, and until when that serves. */
  stepUps: z.array(z.object({ action: StepUpAction, until: Instant })),
  /** The face verification under way. */
  face: z.optional(Face),
});
export type Session = z.infer<typeof Session>;

/** Requests in quick succession do not write again. */
const SEEN_EVERY_MS = 5 * MINUTE;

export const begun = (who: Pick<Session, 'id' | 'account' | 'channel' | 'openId' | 'device'>, now: Date): Session => ({
  ...who,
  createdAt: now.toISOString(),
  seenAt: now.toISOString(),
  expiresAt: later(now, SESSION_LASTS_MS).toISOString(),
  stepUps: [],
});

const isPast = (at: string, ms: number, now: Date) => later(new Date(at), ms) <= now;

/** Why a session is over; nothing where it is live. At the very moment of a limit it is over. */
export function overBy({ endedAt, expiresAt, seenAt }: Session, now: Date): 'ended' | 'expired' | 'idle' | undefined {
  if (endedAt !== undefined) return 'ended';
  if (expiresAt <= now.toISOString()) return 'expired';
  return isPast(seenAt, SESSION_IDLE_MS, now) ? 'idle' : undefined;
}

export const isLive = (session: Session, now: Date) => overBy(session, now) === undefined;

/** The session as of this request, or undefined where nothing needs to be noted yet. */
export const seen = (session: Session, now: Date): Session | undefined => (isPast(session.seenAt, SEEN_EVERY_MS, now) ? { ...session, seenAt: now.toISOString() } : undefined);

/** An ended session keeps neither its confirmations nor its verification. */
export function ended({ face, ...session }: Session, now: Date): Session {
  return { ...session, stepUps: [], endedAt: now.toISOString() };
}

export const liveStepUps = ({ stepUps }: Session, now: Date) => stepUps.filter(({ until }) => until > now.toISOString());

export const stepUpOf = (session: Session, action: StepUpAction, now: Date) => liveStepUps(session, now).find((one) => one.action === action);

/** The action is confirmed for some minutes; a verification under way has served. */
export function steppedUp({ face, ...session }: Session, action: StepUpAction, now: Date): Session {
  const others = liveStepUps(session, now).filter((one) => one.action !== action);
  return { ...session, stepUps: [...others, { action, until: later(now, STEP_UP_MS).toISOString() }] };
}

export const faceBegun = (session: Session, face: { action: StepUpAction; id: string; orderNo: string }, now: Date): Session => ({ ...session, face: { ...face, startedAt: now.toISOString() } });

/** The verification that was begun for this action. Throws FACE_CANCELLED where there is none, or it took too long. */
export function requireFace({ face }: Session, action: StepUpAction, now: Date) {
  if (face?.action !== action || isPast(face.startedAt, FACE_TASK_MS, now)) throw new Refusal('FACE_CANCELLED');
  return { id: face.id, orderNo: face.orderNo };
}
