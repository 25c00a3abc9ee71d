import { DeviceId } from '@yibao/shared';
import { remembered } from './remembered';

const device = remembered('device', DeviceId);

/** 32 hex digits that tell this phone's seed from those of the person's other phones; no secret. */
export const newDeviceId = (random: () => number) => Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');

/** Made at the first call on this phone, the same ever after. */
export async function deviceId(random: () => number): Promise<string> {
  await device.restore();
  const known = device.get();
  if (known !== undefined) return known;
  const made = newDeviceId(random);
  await device.set(made);
  return made;
}
