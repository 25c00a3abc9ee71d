import { momentText } from './moment';

test('a moment is told in China’s time', () => {
  expect(momentText('2026-11-22T23:05:00.000Z')).toBe('11月23日 07:05');
});
