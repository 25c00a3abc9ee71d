import { PIN_TRIES, type PinPolicy, Refusal } from '@yibao/shared';
import { useRef, useState } from 'react';
import { refusalOf } from '../../api/refusal-of';
import { phoneNow } from '../../platform/clock';
import { useDidHide, useDidShow, useUnload } from '../../platform/lifecycle';
import { card } from '../../state/card';
import { displayNow, seen } from '../../state/display';
import { isRestored, restoreAll } from '../../state/restored';
import { type Stage, stageOf } from './stage';
import { isOutOfReach, takeSeed } from './take-seed';

/** What is on the page. */
export type Showing =
  | { readonly kind: 'waiting' | 'code' | 'expired' | 'clock' | 'hidden' }
  /** The PIN is asked in order to show the code, or to change when it is asked. */
  | { readonly kind: 'pin'; readonly policy?: PinPolicy }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

type Because = Extract<Stage, { kind: 'service' }>['because'];

function afterRefusal(refusal: Refusal, because: Because): Showing {
  if (refusal.code === 'PIN_REQUIRED') return { kind: 'pin' };
  return isOutOfReach(refusal) && because !== 'first-time' ? { kind: because } : { kind: 'refused', refusal };
}

const stageNow = () => stageOf({ card: card.get(), display: displayNow(), now: phoneNow() });

/** What the page can show without waiting for anybody. */
function atOnce(): Showing {
  const stage = isRestored() ? stageNow() : undefined;
  return stage === undefined || stage.kind === 'service' ? { kind: 'waiting' } : stage;
}

/** Hears the service before anything is shown. A seed that is of no use as soon as it is given is the service's fault. */
async function fromService(because: Because): Promise<Showing> {
  try {
    await takeSeed();
    const stage = stageNow();
    if (stage.kind === 'service') throw new Refusal('INTERNAL');
    return stage;
  } catch (reason) {
    return afterRefusal(refusalOf(reason), because);
  }
}

/** Which of its faces the page shows, from the moment it comes to the front until it goes. */
export function useShowing() {
  const [showing, setShowing] = useState(atOnce);
  const inFront = useRef(false);
  const show = (next: Showing) => {
    if (!inFront.current) return;
    if (next.kind === 'code') void seen(phoneNow());
    setShowing((before) => (before.kind === 'code' && next.kind === 'code' ? before : next));
  };

  const begin = async () => {
    await restoreAll();
    const stage = stageNow();
    if (stage.kind === 'service') show({ kind: 'waiting' });
    show(stage.kind === 'service' ? await fromService(stage.because) : stage);
  };

  const leave = () => {
    if (showing.kind === 'code') void seen(phoneNow());
    inFront.current = false;
    setShowing({ kind: 'hidden' });
  };

  useDidShow(() => {
    inFront.current = true;
    void begin();
  });
  useDidHide(leave);
  useUnload(leave);

  return { showing, show, begin: () => void begin() };
}

export const lockedOffline = () => displayNow().wrongTries >= PIN_TRIES;
