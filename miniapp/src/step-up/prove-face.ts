import { FACE_CONSENT, finishStepUpFace, giveConsent, startStepUpFace, type StepUpAction } from '@yibao/shared';
import { call } from '../api/call';
import { verifyFace } from '../platform/face';

export const agreeToFace = () => call(giveConsent, { purpose: 'face', version: FACE_CONSENT.version });

/** However the platform's sheet was left, the service asks the platform for the outcome. */
export async function proveFace(action: StepUpAction): Promise<void> {
  const { face } = await call(startStepUpFace, { action });
  await verifyFace(face);
  await call(finishStepUpFace, { action });
}
