import type { RefusalCode } from '@yibao/shared';
import { type Failure, privacyRefusal, refusedBy } from './failure';
import type { VerifyFace } from './face';
import { requirePrivacy } from './privacy.weapp';

/** wx.checkIsSupportFacialRecognition: the model for it could not be loaded. */
const NO_MODEL = 10002;

/** What wx.requestFacialVerify says (errCode) beyond what the platform tells the service. */
const ENDED: readonly (readonly [RefusalCode, readonly number[]])[] = [
  ['FACE_UNSUPPORTED', [90001, 90109]],
  ['FACE_NETWORK', [90007, 90012, 90103]],
  ['CAMERA_DENIED', [90008, 90009, 90010, 90101, 90106]],
  ['FACE_LIGHT', [90011, 90013, 90014, 90017, 90107, 90108]],
];

const codeOf = (reason: unknown) => (reason as Failure | undefined)?.errCode;

const endedBy = (reason: unknown): RefusalCode | undefined =>
  privacyRefusal(reason) ?? ENDED.find(([, codes]) => codes.includes(codeOf(reason) ?? 0))?.[0];

const unable = (reason: unknown) => refusedBy(privacyRefusal(reason) ?? (codeOf(reason) === NO_MODEL ? 'FACE_NETWORK' : 'FACE_UNSUPPORTED'));

const checkSupport = () =>
  new Promise<void>((resolve, reject) => {
    wx.checkIsSupportFacialRecognition?.({ success: () => resolve(), fail: (reason) => reject(unable(reason)) });
  });

/** Base library 3.8.12 and later. */
export const verifyFace: VerifyFace = async (task) => {
  if (task.channel !== 'weapp') throw refusedBy('FACE_UNSUPPORTED');
  if (!wx.checkIsSupportFacialRecognition || !wx.requestFacialVerify) throw refusedBy('HOST_TOO_OLD');
  await requirePrivacy();
  await checkSupport();
  const { verifyId } = task;
  return new Promise((resolve) => wx.requestFacialVerify?.({ verifyId, success: () => resolve(undefined), fail: (reason) => resolve(endedBy(reason)) }));
};
