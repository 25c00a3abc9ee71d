import { type finishFace as endpoint, type Output, Refusal } from '@yibao/shared';
import type { Call } from '../http/call';
import { advanced } from './activation';
import type { FaceNeeds } from './start-face';
import { takeStep } from './take-step';

/** Asks the platform itself, for this person, this account and the verification that this service began. */
export const finishFace = ({ caller }: Call<typeof endpoint>, needs: FaceNeeds): Promise<Output<typeof endpoint>> =>
  takeStep('face', {
    caller,
    async act({ face, ...progress }) {
      if (!face) throw new Refusal('FACE_CANCELLED');
      const person = { name: progress.name!, idNumber: progress.idNumber! };
      await needs.platforms[caller.channel].faceResult(person, { openId: caller.openId, reference: face });
      return advanced(progress, needs.now(), { verifiedAt: needs.now().toISOString() });
    },
  }, needs);
