import { type ActivationStep, type Clock, Refusal } from '@yibao/shared';
import type { Put } from '../aws/table';
import { advanced, hasPassed, type Progress, waitsLonger } from './activation';
import type { Activations } from './store';
import { type Known, known } from './take-step';

interface Desk {
  readonly operator: string;
  readonly ticket: string;
  readonly at: string;
}

export interface Passing {
  readonly puts: readonly Put[];
  readonly step: ActivationStep;
  readonly at: string;
}

interface Needs {
  readonly activations: Activations;
  readonly now: Clock;
}

/** What this desk did for this ticket is done; asked again, it answers where the activation stands. */
function donePassing({ step, deskFace }: Progress, { operator, ticket }: Desk): Passing | undefined {
  const isThis = step !== 'done' && deskFace?.operator === operator && deskFace.ticket === ticket;
  return isThis ? { puts: [], step, at: deskFace.at } : undefined;
}

/** Throws FACE_NOT_WAITING. */
function passingOf({ progress, was }: Known & { progress: Progress }, desk: Desk, { activations, now }: Needs): Passing {
  if (progress.step !== 'face') throw new Refusal('FACE_NOT_WAITING');
  const next = advanced(progress, now(), { deskFace: desk, verifiedAt: desk.at });
  return { puts: [activations.putOf(next, was)], step: next.step as ActivationStep, at: desk.at };
}

/** How an operator at a desk stands in for the face, for the room of the desk (ACT-6). */
export const deskFaces = (needs: Needs) => ({
  /** The row by which the person's activation goes on after the face; nothing where it is another person's. Throws FACE_NOT_WAITING. */
  async passing(account: string, idNumber: string, desk: Desk): Promise<Passing | undefined> {
    const { progress, was } = await known(account, needs);
    if (!progress) throw new Refusal('FACE_NOT_WAITING');
    if (progress.idNumber !== idNumber) return undefined;
    return (hasPassed(progress, 'face') ? donePassing(progress, desk) : undefined) ?? passingOf({ progress, was }, desk, needs);
  },
  /** The row by which an activation at the face step waits for a check by hand; none where it stands elsewhere. */
  async waiting(account: string): Promise<readonly Put[]> {
    const { progress, was } = await known(account, needs);
    return progress?.step === 'face' ? [needs.activations.putOf(waitsLonger(progress, needs.now()), was)] : [];
  },
});
