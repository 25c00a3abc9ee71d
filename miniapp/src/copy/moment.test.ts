import { dayText, momentText } from './moment';

test('a moment is told in China’s time', () => {
  expect(momentText('2026-11-22T23:05:00.000Z')).toBe('11月23日 07:05');
});

test('a day is told with its year, in China’s time', () => {
  expect(dayText('2026-12-31T16:00:00.000Z')).toBe('2027年1月1日');
});
