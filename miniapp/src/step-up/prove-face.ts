import { FACE_CONSENT, finishStepUpFace, giveConsent, startStepUpFace, type StepUpAction } from '@yibao/shared';
import { call } from '../api/call';
import { showFace } from './show-face';

export const agreeToFace = () => call(giveConsent, { purpose: 'face', version: FACE_CONSENT.version });

export async function proveFace(action: StepUpAction): Promise<void> {
  const { face } = await call(startStepUpFace, { action });
  await showFace(face, () => call(finishStepUpFace, { action }));
}
