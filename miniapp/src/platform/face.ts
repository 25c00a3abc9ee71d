import type { FaceTask } from '@yibao/shared';

/**
 * Lets the person show their face to the platform. However it ends, the service asks the platform for the outcome;
 * only a phone that cannot do it at all throws FACE_UNSUPPORTED.
 */
export type VerifyFace = (task: FaceTask) => Promise<void>;

export declare const verifyFace: VerifyFace;
