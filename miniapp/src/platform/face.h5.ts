import type { VerifyFace } from './face';

export const verifyFace: VerifyFace = async (task) => {
  await window.phone.face(task);
  return undefined;
};
