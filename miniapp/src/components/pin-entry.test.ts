import { pinEntered } from './pin-entry';

describe('Choosing a PIN', () => {
  test('the same digits twice are chosen', () => {
    const { entry } = pinEntered({}, '135790');
    expect(pinEntered(entry, '135790').chosen).toBe('135790');
  });

  test('different digits begin again and say so', () => {
    const { entry } = pinEntered({}, '135790');
    const second = pinEntered(entry, '135791');
    expect(second).toEqual({ entry: { fault: 'different' } });
    expect(pinEntered(second.entry, '135790')).toEqual({ entry: { first: '135790' } });
  });

  test.each(['123456', '888888', '987654', '121212'])('%s is refused before it has to be repeated', (pin) => {
    expect(pinEntered({}, pin)).toEqual({ entry: { fault: 'weak' } });
  });
});
