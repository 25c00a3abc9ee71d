import { AGREEMENTS, type Channel, type finishStepUpFace, type Output, Refusal, type startStepUpFace } from '@yibao/shared';
import type { Call } from '../http/call';
import type { Platform, RealPerson } from '../upstream/ports';
import { faceBegun, requireFace, stepUpOf } from './session';
import { changed, confirmed, type StepUpNeeds } from './step-up';

export interface FaceNeeds extends StepUpNeeds {
  /** The voucher's holder, whose face it must be. Throws VOUCHER_NOT_FOUND. */
  readonly holders: { personOf(account: string): Promise<RealPerson> };
  readonly consents: { has(account: string, purpose: 'face'): Promise<boolean> };
  readonly platforms: Readonly<Record<Channel, Pick<Platform, 'startFace' | 'faceResult'>>>;
  /** 32 hex digits, unique. */
  readonly newOrderNo: () => string;
}

export async function startFace({ caller, input: { action } }: Call<typeof startStepUpFace>, needs: FaceNeeds): Promise<Output<typeof startStepUpFace>> {
  const person = await needs.holders.personOf(caller.account);
  if (!(await needs.consents.has(caller.account, 'face'))) throw new Refusal('FACE_CONSENT_REQUIRED', { version: AGREEMENTS.face.version });
  const account = { openId: caller.openId, orderNo: needs.newOrderNo() };
  const { reference, task } = await needs.platforms[caller.channel].startFace(person, account);
  await changed(caller.session, needs, (session) => faceBegun(session, { action, ...reference }, needs.now()));
  return { face: task };
}

/** Asks the platform itself, for the voucher's holder and the verification that this session began for this action. */
export async function finishFace({ caller, input: { action } }: Call<typeof finishStepUpFace>, needs: FaceNeeds): Promise<Output<typeof finishStepUpFace>> {
  const session = (await needs.sessions.read(caller.session))!;
  const before = stepUpOf(session, action, needs.now());
  if (before && !session.face) return before;
  const reference = requireFace(session, action, needs.now());
  const person = await needs.holders.personOf(caller.account);
  await needs.platforms[caller.channel].faceResult(person, { openId: caller.openId, reference });
  return confirmed(caller.session, action, needs);
}
