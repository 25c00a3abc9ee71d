import { AGREEMENTS, type Channel, chinaDay, isPresentText, type Output, Refusal, type startFace as endpoint } from '@yibao/shared';
import type { Call } from '../http/call';
import type { Platform } from '../upstream/ports';
import { noted, requireStep } from './activation';
import { type Known, known, type StepNeeds } from './take-step';

export interface FaceNeeds extends StepNeeds {
  readonly platforms: Readonly<Record<Channel, Pick<Platform, 'startFace' | 'faceResult'>>>;
  /** 32 hex digits, unique. */
  readonly newOrderNo: () => string;
}

/** Face verifications that one account may begin in a day (ACT-6). */
const FACES_A_DAY = 10;

/**
 * Throws FACE_CONSENT_REQUIRED or AGREEMENT_OUTDATED. A consent given now is written before the platform hears of the person. Gives the
 * version of the activation's row.
 */
async function requireConsent({ caller, input }: Call<typeof endpoint>, { progress, was }: Known, needs: FaceNeeds): Promise<number> {
  const version = was as number;
  if (await needs.consents.has(caller.account, 'face')) return version;
  if (input.consent === undefined) throw new Refusal('FACE_CONSENT_REQUIRED', { version: AGREEMENTS.face.version });
  if (!isPresentText('face', input.consent)) throw new Refusal('AGREEMENT_OUTDATED', { version: AGREEMENTS.face.version });
  await needs.activations.keep(noted(progress!, needs.now(), {}), version, await needs.consents.giving(caller, 'face'));
  return version + 1;
}

export async function startFace(call: Call<typeof endpoint>, needs: FaceNeeds): Promise<Output<typeof endpoint>> {
  const { caller } = call;
  const found = await known(caller.account, needs);
  const progress = requireStep(found.progress, 'face');
  const { name, idNumber } = progress;
  const was = await requireConsent(call, found, needs);
  const now = needs.now();
  if ((await needs.activations.countTry(caller.account, 'face', chinaDay(now))) > FACES_A_DAY) throw new Refusal('FACE_TOO_MANY');
  const account = { openId: caller.openId, orderNo: needs.newOrderNo() };
  const { reference, task } = await needs.platforms[caller.channel].startFace({ name: name!, idNumber: idNumber! }, account);
  await needs.activations.keep(noted(progress, now, { face: reference }), was);
  return { face: task };
}
