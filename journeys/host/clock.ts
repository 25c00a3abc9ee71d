type Work = () => void;

interface Timer {
  readonly id: number;
  readonly work: Work;
  readonly every: number | undefined;
  due: number;
  real: ReturnType<typeof setTimeout> | undefined;
}

/** Timers longer than this do not keep a Node process alive. */
const SHORT = 1000;

/** A timer due within this span counts as work that the app is about to do. */
export const NEAR = 20;

/** The real timers: in a browser, an app may find the phone's under the same names. */
const { setTimeout: arm, clearTimeout: disarm } = globalThis;

/**
 * The phone's time: runs in real time and can be moved forward; timers due on the way fire in order. What its clock shows can be wrong.
 * From `stillAt` it moves only when it is moved, and by the short timers that do not wait for it, so that nothing depends on how fast the computer is.
 */
export class Clock {
  private ahead = 0;
  private lastId = 0;
  private readonly timers = new Map<number, Timer>();

  constructor(
    private off = 0,
    private readonly stillAt?: number,
  ) {}

  /** What timers go by: it only ever passes. */
  now = (): number => (this.stillAt ?? Date.now()) + this.ahead;

  /** What the app reads from Date. */
  shown = (): number => this.now() + this.off;

  /** How far what the app reads is from the real time, milliseconds. */
  get error(): number {
    return this.ahead + this.off;
  }

  /** Somebody sets the clock by so much; no time passes. */
  set(by: number): void {
    this.off += by;
  }

  once(work: Work, delay: number): number {
    return this.add(work, Math.max(0, delay), undefined);
  }

  every(work: Work, period: number): number {
    return this.add(work, Math.max(1, period), Math.max(1, period));
  }

  clear(id: unknown): void {
    const timer = typeof id === 'number' ? this.timers.get(id) : undefined;
    if (timer === undefined) return;
    disarm(timer.real);
    this.timers.delete(timer.id);
  }

  /** True if a one-time timer is due within `span` milliseconds. */
  dueWithin(span: number): boolean {
    const until = this.now() + span;
    return [...this.timers.values()].some((timer) => timer.every === undefined && timer.due <= until);
  }

  /** Moves the clock; after each timer that fires, `settle` lets the app finish what it started. */
  async advance(span: number, settle: () => Promise<void>): Promise<void> {
    const target = this.now() + span;
    for (let next = this.nextUntil(target); next !== undefined; next = this.nextUntil(target)) {
      this.ahead += Math.max(0, next.due - this.now());
      this.armAll();
      this.fire(next);
      await settle();
    }
    this.ahead += Math.max(0, target - this.now());
    this.armAll();
  }

  stop(): void {
    for (const timer of this.timers.values()) disarm(timer.real);
    this.timers.clear();
  }

  private add(work: Work, delay: number, every: number | undefined): number {
    const timer: Timer = { id: ++this.lastId, work, every, due: this.now() + delay, real: undefined };
    this.timers.set(timer.id, timer);
    this.arm(timer);
    return timer.id;
  }

  /** What is due soon comes soon, wherever the time has gone meanwhile. */
  private armAll(): void {
    for (const timer of this.timers.values()) this.arm(timer);
  }

  private arm(timer: Timer): void {
    disarm(timer.real);
    timer.real = undefined;
    const delay = Math.max(0, timer.due - this.now());
    if (this.stillAt !== undefined && delay > NEAR) return;
    const real = arm(() => this.fire(timer), delay);
    // a browser's timer is a number and holds nothing alive
    if (typeof real === 'object' && (timer.every !== undefined || delay > SHORT)) real.unref();
    timer.real = real;
  }

  /** Where time stands still, it passes with the timers that come by themselves: what looks at the clock again and again sees an end. */
  private reach(due: number): void {
    if (this.stillAt === undefined || due <= this.now()) return;
    this.ahead += due - this.now();
    this.armAll();
  }

  private fire(timer: Timer): void {
    if (!this.timers.has(timer.id)) return;
    disarm(timer.real);
    this.reach(timer.due);
    if (timer.every === undefined) this.timers.delete(timer.id);
    else {
      timer.due = Math.max(timer.due + timer.every, this.now());
      this.arm(timer);
    }
    timer.work();
  }

  private nextUntil(target: number): Timer | undefined {
    return [...this.timers.values()].filter((timer) => timer.due <= target).sort((a, b) => a.due - b.due || a.id - b.id)[0];
  }
}
