import type { FaceTask, RefusalCode } from '@yibao/shared';

/**
 * Lets the person show their face to the platform. However it ends, the service asks the platform for the outcome; what is answered here is
 * why the sheet ended early, as far as the phone knows. A phone that cannot even begin throws the Refusal that says why.
 */
export type VerifyFace = (task: FaceTask) => Promise<RefusalCode | undefined>;

export declare const verifyFace: VerifyFace;
