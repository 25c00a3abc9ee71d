import type { RefusalCode } from '@yibao/shared';
import { refusedBy } from './failure';
import type { VerifyFace } from './face';

const NETWORK = '6002';

const endedBy = (resultStatus: unknown): RefusalCode | undefined => (String(resultStatus) === NETWORK ? 'FACE_NETWORK' : undefined);

export const verifyFace: VerifyFace = async (task) => {
  if (task.channel !== 'alipay') throw refusedBy('FACE_UNSUPPORTED');
  if (!my.startAPVerify) throw refusedBy('HOST_TOO_OLD');
  const { certifyId, url } = task;
  return new Promise((resolve) =>
    my.startAPVerify?.({ certifyId, url, success: ({ resultStatus }) => resolve(endedBy(resultStatus)), fail: () => resolve(undefined) }),
  );
};
