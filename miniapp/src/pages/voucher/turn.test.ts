import { refreshOf, secondsLeft, turnAt } from './turn';

const minute = (step: number, seconds = 0) => (step * 60 + seconds) * 1000;

describe('Which code is on the screen (CODE-1)', () => {
  test('a new minute of the service’s time begins with its first code', () => {
    expect(turnAt(minute(29_400_001), { step: 29_400_000, sequence: 2 })).toEqual({ step: 29_400_001, sequence: 0 });
  });

  test('within a minute the code that was shown stays, and is the very same object so that nothing is drawn again', () => {
    const before = { step: 29_400_000, sequence: 2 };
    expect(turnAt(minute(29_400_000, 59), before)).toBe(before);
  });

  test('after a correction of the clock to the minute before, the code that was shown stays', () => {
    const before = { step: 29_400_001, sequence: 1 };
    expect(turnAt(minute(29_400_000, 58), before)).toBe(before);
  });

  test('a code that is two minutes ahead, which no counter accepts, does not stay', () => {
    expect(turnAt(minute(29_400_000), { step: 29_400_002, sequence: 1 })).toEqual({ step: 29_400_000, sequence: 0 });
  });

  test('each manual refresh takes the next of the four codes of the minute', () => {
    expect(refreshOf({ step: 7, sequence: 0 }, 3000)).toEqual({ turn: { step: 7, sequence: 1 }, note: 'refreshed' });
  });

  test('a refresh within three seconds of the last keeps the code', () => {
    expect(refreshOf({ step: 7, sequence: 1 }, 2999)).toEqual({ turn: { step: 7, sequence: 1 }, note: 'too-fast' });
  });

  test('after the fourth code of a minute the next minute has to be waited for', () => {
    expect(refreshOf({ step: 7, sequence: 3 }, 60_000)).toEqual({ turn: { step: 7, sequence: 3 }, note: 'spent' });
  });

  test.each([
    [0, 60],
    [1, 59],
    [59, 1],
  ])('%i seconds into the minute %i are left', (into, left) => {
    expect(secondsLeft(minute(12, into))).toBe(left);
  });
});
