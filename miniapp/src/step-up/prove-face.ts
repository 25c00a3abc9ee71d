import { FACE_CONSENT, finishStepUpFace, giveConsent, startStepUpFace, type StepUpAction } from '@yibao/shared';
import { call } from '../api/call';
import { refusalOf } from '../api/refusal-of';
import { verifyFace } from '../platform/face';

/** The person has just agreed under the words of the consent; where it is not on record (any more), it is given now. */
async function faceTask(action: StepUpAction) {
  try {
    return await call(startStepUpFace, { action });
  } catch (reason) {
    if (refusalOf(reason).code !== 'FACE_CONSENT_REQUIRED') throw reason;
    await call(giveConsent, { purpose: 'face', version: FACE_CONSENT.version });
    return call(startStepUpFace, { action });
  }
}

/** However the platform's sheet was left, the service asks the platform for the outcome. */
export async function proveFace(action: StepUpAction): Promise<void> {
  const { face } = await faceTask(action);
  await verifyFace(face);
  await call(finishStepUpFace, { action });
}
