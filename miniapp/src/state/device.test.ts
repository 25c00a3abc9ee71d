import { DeviceId } from '@yibao/shared';
import { newDeviceId } from './device';

test('a device id is 32 hex digits of the randomness it is given', () => {
  const digits = [0, 0.5, 0.999];
  let at = 0;
  const id = newDeviceId(() => digits[at++ % 3]!);
  expect(id).toBe('08f08f08f08f08f08f08f08f08f08f08');
  expect(DeviceId.safeParse(id).success).toBe(true);
});
