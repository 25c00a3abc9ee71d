import { CODE_STEP_SECONDS, SECOND } from '@yibao/shared';
import { type MutableRefObject, useEffect, useMemo, useState } from 'react';
import { phoneNow, steadyNow } from '../../platform/clock';
import type { Seed } from '../../state/card';
import { clockJumped } from './clock-jump';
import { refreshOf, type RefreshNote, secondsLeft, type Turn, turnAt } from './turn';

/** Only the last seconds of a minute are counted in figures; before them nothing on the screen changes. */
const COUNTED_SECONDS = 10;

export const serverNowBy = ({ offsetMs }: Seed) => phoneNow() + offsetMs;

const hasExpired = (seed: Seed) => serverNowBy(seed) >= new Date(seed.notAfter).getTime();

const countedAt = (serverNow: number) => {
  const left = secondsLeft(serverNow);
  return left <= COUNTED_SECONDS ? left : undefined;
};

interface Options {
  readonly seed: Seed;
  /** The turn that was on the screen before, so that a code that was scanned does not come back. */
  readonly last: MutableRefObject<Turn | undefined>;
  readonly onClockJump: () => void;
  /** The time for which the phone may make codes by itself has ended while one is on the screen. */
  readonly onExpired: () => void;
}

/** Moves from code to code: by the minute, and when asked. */
export function useTurns({ seed, last, onClockJump, onExpired }: Options) {
  const [turn, setTurn] = useState(() => turnAt(serverNowBy(seed), last.current));
  const [counted, setCounted] = useState(() => countedAt(serverNowBy(seed)));
  const [refresh, setRefresh] = useState<{ at: number; note?: RefreshNote }>({ at: -Infinity });
  last.current = turn;

  useEffect(() => {
    const started = { phone: phoneNow(), steady: steadyNow() };
    const tick = () => {
      if (clockJumped(started, { phone: phoneNow(), steady: steadyNow() })) {
        onClockJump();
        return;
      }
      if (hasExpired(seed)) {
        onExpired();
        return;
      }
      setTurn((before) => turnAt(serverNowBy(seed), before));
      setCounted(countedAt(serverNowBy(seed)));
    };
    tick();
    const timer = setInterval(tick, SECOND);
    return () => clearInterval(timer);
  }, [seed, onClockJump, onExpired]);

  useEffect(() => setRefresh((before) => (before.note ? { at: before.at } : before)), [turn.step]);

  const passed = useMemo(() => CODE_STEP_SECONDS - secondsLeft(serverNowBy(seed)), [seed, turn.step]);
  const next = () => {
    const now = steadyNow();
    const { turn: after, note } = refreshOf(turn, now - refresh.at);
    setTurn(after);
    setRefresh({ at: note === 'refreshed' ? now : refresh.at, note });
  };
  return { turn, counted, passed, note: refresh.note, next };
}
