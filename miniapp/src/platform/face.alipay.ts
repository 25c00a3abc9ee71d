import { Refusal } from '@yibao/shared';
import type { VerifyFace } from './face';

export const verifyFace: VerifyFace = async (task) => {
  if (task.channel !== 'alipay' || !my.startAPVerify) throw new Refusal('FACE_UNSUPPORTED');
  const { certifyId, url } = task;
  await new Promise<void>((resolve) => my.startAPVerify?.({ certifyId, url, success: () => resolve(), fail: () => resolve() }));
};
