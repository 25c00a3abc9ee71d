import * as z from 'zod/mini';

/** What the mini-program hands to the platform: WeChat's verify_id (requestFacialVerify) or Alipay's certify_id and signed URL (startAPVerify). */
export const FaceTask = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('weapp'), verifyId: z.string() }),
  z.strictObject({ channel: z.literal('alipay'), certifyId: z.string(), url: z.string() }),
]);
export type FaceTask = z.infer<typeof FaceTask>;
