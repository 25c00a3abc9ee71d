import type { Refusal } from '@yibao/shared';
import { useDidShow } from '../platform/lifecycle';
import { isCameraAllowed } from '../platform/permission';

/** Whoever went to the phone's settings and allowed the camera finds the step again when they come back. */
export function useRecheck(refusal: Refusal | undefined, onAllowed: () => void): void {
  useDidShow(() => {
    if (refusal?.code === 'CAMERA_DENIED' && isCameraAllowed()) onAllowed();
  });
}
