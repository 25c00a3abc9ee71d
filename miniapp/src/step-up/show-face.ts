import { CHANNEL_NAMES, type FaceTask, Refusal } from '@yibao/shared';
import { refusalOf } from '../api/refusal-of';
import { channel } from '../platform/channel';
import { verifyFace } from '../platform/face';

/**
 * The person shows their face to the platform, then the service asks the platform for the outcome. Where the platform knows of none,
 * the phone may know why: no camera, no network, too dark.
 */
export async function showFace<T>(face: FaceTask, askOutcome: () => Promise<T>): Promise<T> {
  const why = await verifyFace(face);
  try {
    return await askOutcome();
  } catch (reason) {
    if (why && refusalOf(reason).code === 'FACE_CANCELLED') throw new Refusal(why, { platform: CHANNEL_NAMES[channel] });
    throw reason;
  }
}
