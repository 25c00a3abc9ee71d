import { listUses, type Refusal, SECOND, type Use } from '@yibao/shared';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call';
import { refusalOf } from '../../api/refusal-of';
import { watchNetwork } from '../../platform/network';
import type { Seed } from '../../state/card';
import { newUse } from './new-use';
import { isOutOfReach, takeSeed } from './take-seed';
import { serverNowBy } from './use-turns';

/** The code is on the screen before the service is spoken to. */
const FIRST_AFTER_MS = SECOND / 2;
/** Counters mostly scan at once; who waits longer for the counter is asked for less often. Each ask of every open page is a request to the service. */
const ASK_AT_MS = [5, 10, 18, 30, 50, 80, 120].map((seconds) => seconds * SECOND);

interface Options {
  readonly seed: Seed;
  readonly onUse: (use: Use) => void;
  /** The service has said that this phone may no longer show the code. */
  readonly onEnd: (refusal: Refusal) => void;
}

const ENDS = new Set(['VOUCHER_NOT_FOUND', 'REGION_REQUIRED']);

/** Talks with the service behind the code: prolongs the seed (also after a use, so that the next ones count from here), hears of uses, notices when there is no network. */
export function useContact({ seed, onUse, onEnd }: Options) {
  const [offline, setOffline] = useState(false);
  const latest = useRef({ seed, onUse, onEnd, offline });
  latest.current = { seed, onUse, onEnd, offline };

  useEffect(() => {
    let since = serverNowBy(latest.current.seed);
    const failed = (reason: unknown) => {
      const refusal = refusalOf(reason);
      if (isOutOfReach(refusal)) setOffline(true);
      if (ENDS.has(refusal.code)) latest.current.onEnd(refusal);
    };
    const hear = () => void takeSeed().then(() => setOffline(false), failed);
    const askForUses = async () => {
      const { uses } = await call(listUses, { since: new Date(since).toISOString() });
      const use = newUse(uses, since);
      if (!use && !latest.current.offline) return;
      if (use) {
        since = new Date(use.at).getTime();
        latest.current.onUse(use);
      }
      // The banner goes when the right to show codes has begun anew, not before.
      hear();
    };
    const first = setTimeout(hear, FIRST_AFTER_MS);
    const asks = ASK_AT_MS.map((at) => setTimeout(() => void askForUses().catch(failed), at));
    const unwatch = watchNetwork((connected) => (connected ? hear() : setOffline(true)));
    return () => {
      clearTimeout(first);
      asks.forEach((ask) => clearTimeout(ask));
      unwatch();
    };
  }, []);

  return offline;
}
