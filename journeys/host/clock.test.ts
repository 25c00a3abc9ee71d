import { Clock } from './clock';

const START = 1_000_000;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('a clock that stands still', () => {
  test('shows the same however long one waits, and no long timer comes', async () => {
    const clock = new Clock(0, START);
    const rung: string[] = [];
    clock.once(() => rung.push('long'), 30);
    clock.every(() => rung.push('again'), 30);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([clock.shown(), rung]).toEqual([START, []]);
    clock.stop();
  });

  test('moves when it is moved, and what is due on the way comes in order', async () => {
    const clock = new Clock(0, START);
    const rung: number[] = [];
    clock.once(() => rung.push(clock.now() - START), 500);
    clock.every(() => rung.push(clock.now() - START), 300);
    await clock.advance(700, turn);
    expect([rung, clock.now()]).toEqual([[300, 500, 600], START + 700]);
    clock.stop();
  });

  test('passes with short timers, so that who asks again and again until some time is over sees it end', async () => {
    const clock = new Clock(0, START);
    const passed = await new Promise((resolve) => {
      const ask = () => (clock.now() - START > 100 ? resolve(clock.now() - START) : clock.once(ask, 20));
      ask();
    });
    expect(passed).toBe(120);
  });
});
