import { type Channel, chinaDay, type Output, Refusal, type startFace as endpoint } from '@yibao/shared';
import type { Call } from '../http/call';
import type { Platform } from '../upstream/ports';
import { noted, requireStep } from './activation';
import { known, type StepNeeds } from './take-step';

export interface FaceNeeds extends StepNeeds {
  readonly platforms: Readonly<Record<Channel, Pick<Platform, 'startFace' | 'faceResult'>>>;
  /** 32 hex digits, unique. */
  readonly newOrderNo: () => string;
}

/** Face verifications that one account may begin in a day (ACT-6). */
const FACES_A_DAY = 10;

export async function startFace({ caller }: Call<typeof endpoint>, needs: FaceNeeds): Promise<Output<typeof endpoint>> {
  const { progress, was } = await known(caller.account, needs);
  const { name, idNumber } = requireStep(progress, 'face');
  const now = needs.now();
  if ((await needs.activations.countTry(caller.account, 'face', chinaDay(now))) > FACES_A_DAY) throw new Refusal('FACE_TOO_MANY');
  const account = { openId: caller.openId, orderNo: needs.newOrderNo() };
  const { reference, task } = await needs.platforms[caller.channel].startFace({ name: name!, idNumber: idNumber! }, account);
  await needs.activations.keep(noted(progress!, now, { face: reference }), was);
  return { face: task };
}
