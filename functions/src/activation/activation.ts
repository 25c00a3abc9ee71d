import { ACTIVATION_KEPT_MS, ACTIVATION_STEPS, ActivationStep, ACTIVATION_WAITS_MS, Channel, Instant, later, Origin, Refusal, RegionCode } from '@yibao/shared';
import * as z from 'zod/mini';
import { SentCode } from '../sms/sent-code';

const Consent = z.object({ version: z.string(), at: Instant });

const Insured = z.object({ region: RegionCode, insutype: z.string(), suspended: z.boolean(), insuredSince: z.string() });
export type Insured = z.infer<typeof Insured>;

/** One account's way to its voucher; resumable from here after the app was closed or the network failed (ACT-1). */
export const Progress = z.object({
  account: z.string(),
  channel: Channel,
  /** How the person came in when they began; a later opening changes nothing (ACT-8). */
  origin: z.optional(Origin),
  step: z.enum([...ActivationStep.options, 'done']),
  startedAt: Instant,
  savedUntil: Instant,
  agreement: Consent,
  authorisation: z.optional(Consent),
  name: z.optional(z.string()),
  idNumber: z.optional(z.string()),
  insured: z.optional(z.array(Insured)),
  face: z.optional(z.object({ id: z.string(), orderNo: z.string() })),
  /** An operator at a desk who stood in for the face (ACT-6). */
  deskFace: z.optional(z.object({ operator: z.string(), ticket: z.string(), at: Instant })),
  /** When the platform, or a desk, had found that it is this person. */
  verifiedAt: z.optional(Instant),
  region: z.optional(RegionCode),
  phone: z.optional(z.string()),
  sms: z.optional(SentCode),
  activatedAt: z.optional(Instant),
  receipt: z.optional(z.string()),
});
export type Progress = z.infer<typeof Progress>;

type Facts = Partial<Omit<Progress, 'account' | 'channel' | 'step'>>;

const kept = (now: Date) => later(now, ACTIVATION_KEPT_MS).toISOString();

/** A day from now, or as long as was said before. */
const stillKept = ({ savedUntil }: Progress, now: Date) => (savedUntil > kept(now) ? savedUntil : kept(now));

/** The step after the agreement; on Alipay the agreement includes identity and authorisation (ACT-2). */
export const begun = (who: Pick<Progress, 'account' | 'channel' | 'origin'>, { version, now }: { version: string; now: Date }): Progress => ({
  ...who,
  step: ACTIVATION_STEPS[who.channel][1]!,
  startedAt: now.toISOString(),
  savedUntil: kept(now),
  agreement: { version, at: now.toISOString() },
});

/** An activation that rested too long begins again; a finished one stays. */
export const isAlive = (progress: Progress, now: Date) => progress.step === 'done' || progress.savedUntil > now.toISOString();

const placeOf = ({ channel }: Progress, step: Progress['step']) => (step === 'done' ? Infinity : ACTIVATION_STEPS[channel].indexOf(step));

export const hasPassed = (progress: Progress, step: ActivationStep) => placeOf(progress, progress.step) > placeOf(progress, step);

/** Throws STEP_OUT_OF_ORDER unless this is the step to take now; also for a step that the channel does not have. */
export function requireStep(progress: Progress | undefined, step: ActivationStep): Progress {
  if (progress?.step !== step) throw new Refusal('STEP_OUT_OF_ORDER', progress ? { step: progress.step } : {});
  return progress;
}

/** The step is done; these facts are now known. */
export function advanced(progress: Progress, now: Date, facts: Facts = {}): Progress {
  const steps = ACTIVATION_STEPS[progress.channel];
  return { ...progress, ...facts, step: steps[placeOf(progress, progress.step) + 1] ?? 'done', savedUntil: stillKept(progress, now) };
}

/** Something is known that does not finish the step. */
export const noted = (progress: Progress, now: Date, facts: Facts): Progress => ({ ...progress, ...facts, savedUntil: stillKept(progress, now) });

/** A check by hand takes days. */
export const waitsLonger = (progress: Progress, now: Date): Progress => ({ ...progress, savedUntil: later(now, ACTIVATION_WAITS_MS).toISOString() });

/** The number went to somebody else after it was proven: another one is needed. */
export const withoutPhone = ({ phone: _phone, ...progress }: Progress, now: Date): Progress => ({ ...progress, step: 'phone', savedUntil: kept(now) });

/** Closed by its holder: as if it had rested too long. */
export const ended = ({ account, channel, startedAt, agreement }: Progress, now: Date): Progress => ({ account, channel, startedAt, agreement, step: 'agreement', savedUntil: now.toISOString() });

/** The end: what was only needed on the way is forgotten. */
export const finished = ({ account, channel, origin, startedAt, savedUntil, agreement, authorisation, region }: Progress, end: { receipt: string; now: Date }): Progress => ({
  account,
  channel,
  origin,
  step: 'done',
  startedAt,
  savedUntil,
  agreement,
  authorisation,
  region,
  activatedAt: end.now.toISOString(),
  receipt: end.receipt,
});
