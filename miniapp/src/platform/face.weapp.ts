import { Refusal } from '@yibao/shared';
import type { VerifyFace } from './face';

const unsupported = () => new Refusal('FACE_UNSUPPORTED');

const checkSupport = () =>
  new Promise<void>((resolve, reject) => {
    if (!wx.checkIsSupportFacialRecognition || !wx.requestFacialVerify) reject(unsupported());
    else wx.checkIsSupportFacialRecognition({ success: () => resolve(), fail: () => reject(unsupported()) });
  });

export const verifyFace: VerifyFace = async (task) => {
  if (task.channel !== 'weapp') throw unsupported();
  await checkSupport();
  await new Promise<void>((resolve) => wx.requestFacialVerify?.({ verifyId: task.verifyId, success: () => resolve(), fail: () => resolve() }));
};
