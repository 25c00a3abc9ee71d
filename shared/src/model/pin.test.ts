import { isWeakPin } from './pin';

const known = { idNumber: '999999199003070012', phone: '13900005080' };

test.each(['123456', '654321', '890123', '000000', '112112', '121212', '111222', '900307', '199003', '030790', '000050'])('PIN %s is refused as easily guessed (CODE-3)', (pin) => {
  expect(isWeakPin(pin, known)).toBe(true);
});

test.each(['280915', '746281', '135791', '507364'])('PIN %s is accepted', (pin) => {
  expect(isWeakPin(pin, known)).toBe(false);
});
