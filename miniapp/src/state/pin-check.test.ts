import { checkedOffline, pinCheckOf } from './pin-check';

const device = '0123456789abcdef0123456789abcdef';
const check = pinCheckOf('135790', device);

describe('The PIN without network', () => {
  test('the right PIN passes', () => {
    expect(checkedOffline('135790', device, { check, wrongTries: 4 })).toBe('right');
  });

  test('a mistyped PIN is noticed', () => {
    expect(checkedOffline('135791', device, { check, wrongTries: 0 })).toBe('wrong');
  });

  test('after five wrong tries even the right one has to wait for the service', () => {
    expect(checkedOffline('135790', device, { check, wrongTries: 5 })).toBe('locked');
  });

  test('a phone that never saw the right PIN cannot say', () => {
    expect(checkedOffline('135790', device, { check: undefined, wrongTries: 0 })).toBe('unknown');
  });

  test('what the phone keeps leaves hundreds of PINs possible', () => {
    const possible = Array.from({ length: 2000 }, (_, at) => String(at * 500).padStart(6, '0')).filter((pin) => pinCheckOf(pin, device) === pinCheckOf('000000', device));
    expect(check).toMatch(/^\d{3}$/);
    expect(possible.length).toBeGreaterThan(1);
  });
});
