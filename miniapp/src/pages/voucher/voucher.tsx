import type { Refusal } from '@yibao/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { Skeleton } from '../../components/skeleton';
import { everywhere } from '../../copy/everywhere';
import { voucher as text } from '../../copy/voucher';
import { callPhone, goOnTo, startOverAt } from '../../platform/navigate';
import { watchNetwork } from '../../platform/network';
import { card, type Card, doubtClock } from '../../state/card';
import { usePage } from '../../state/use-page';
import { PinView } from './pin-view';
import { type Happened, ShowingCode } from './showing-code';
import type { Turn } from './turn';
import { type Showing, useShowing } from './use-showing';
import './voucher.scss';

const home = () => startOverAt('/pages/home/home');
const activate = () => goOnTo('/pages/activation/activation');

const Refused = ({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) => (
  <RefusalView refusal={refusal} remedies={{ retry: onRetry, home, activate, resume: activate, call: () => callPhone(everywhere.hotline) }} />
);

/** Goes on by itself as soon as there is a network. */
const NeedsNetwork = ({ kind, onRetry }: { kind: 'expired' | 'clock'; onRetry: () => void }) => {
  const latest = useRef(onRetry);
  latest.current = onRetry;
  useEffect(() => watchNetwork((connected) => (connected ? latest.current() : undefined)), []);
  return (
    <Notice id={`voucher-${kind}`} tone="warn" icon="offline" title={text[kind]} body={text[`${kind}Body`]}>
      <Button id="retry" label={text.retry} onClick={onRetry} />
    </Notice>
  );
};

interface CodeProps {
  readonly known: Card | undefined;
  readonly show: (next: Showing) => void;
  readonly onClockJump: () => void;
  readonly onExpired: () => void;
}

/** Keeps what must outlive the code: the turn that was shown last, and what happened meanwhile. */
function useAroundCode() {
  const [happened, setHappened] = useState<Happened>({});
  const last = useRef<Turn>();
  return { happened, onHappened: useCallback((next: Happened) => setHappened((before) => ({ ...before, ...next })), []), last };
}

const Code = ({ known, show, onClockJump, onExpired, ...around }: CodeProps & ReturnType<typeof useAroundCode>) => {
  const onEnd = (refusal: Refusal) => show({ kind: 'refused', refusal });
  if (!known?.voucher || !known.seed) return <Skeleton label={text.waiting} />;
  return (
    <ShowingCode {...around} voucher={known.voucher} seed={known.seed} onEnd={onEnd} onClockJump={onClockJump} onExpired={onExpired} onPinForPolicy={(policy) => show({ kind: 'pin', policy })} />
  );
};

export default function VoucherPage() {
  const isElder = usePage(text.bar);
  const known = card.useValue();
  const { showing, show, begin } = useShowing();
  const around = useAroundCode();
  const checkClock = () => void doubtClock().then(begin);
  const body = () => {
    switch (showing.kind) {
      case 'hidden':
      case 'waiting':
        return <Skeleton label={text.waiting} bars={6} />;
      case 'pin':
        return <PinView policy={showing.policy} onDone={() => (showing.policy ? show({ kind: 'code' }) : begin())} />;
      case 'refused':
        return <Refused refusal={showing.refusal} onRetry={begin} />;
      case 'code':
        return <Code known={known} show={show} onClockJump={checkClock} onExpired={begin} {...around} />;
      default:
        return <NeedsNetwork kind={showing.kind} onRetry={begin} />;
    }
  };
  return <Page elder={isElder}>{body()}</Page>;
}
