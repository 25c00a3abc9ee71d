import type { PinPolicy, Refusal, Use, Voucher } from '@yibao/shared';
import { type MutableRefObject, useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { momentText } from '../../copy/moment';
import { voucher as text } from '../../copy/voucher';
import { afterDrawing } from '../../platform/after-drawing';
import { guardCapture } from '../../platform/capture';
import { lightUp } from '../../platform/screen';
import type { Seed } from '../../state/card';
import { CodeView } from './code-view';
import { PolicyChoice } from './policy-choice';
import { ScanHelp } from './scan-help';
import type { Turn } from './turn';
import { useContact } from './use-contact';
import { useTurns } from './use-turns';

/** What has happened around the code; it outlives the code, which goes whenever the page does. */
export interface Happened {
  readonly use?: Use;
  readonly captured?: boolean;
}

interface Props {
  readonly voucher: Voucher;
  readonly seed: Seed;
  readonly last: MutableRefObject<Turn | undefined>;
  readonly happened: Happened;
  /** Adds to what has happened. */
  readonly onHappened: (next: Happened) => void;
  readonly onEnd: (refusal: Refusal) => void;
  readonly onClockJump: () => void;
  readonly onExpired: () => void;
  readonly onPinForPolicy: (policy: PinPolicy) => void;
}

const Happenings = ({ happened, onHappened }: Pick<Props, 'happened' | 'onHappened'>) => (
  <>
    {happened.use ? (
      <Notice id="used" tone="success" title={text.used(happened.use)} body={text.usedBody} />
    ) : null}
    {happened.captured ? (
      <Notice id="captured" tone="warn" title={text.screenshot} body={text.screenshotBody}>
        <Button id="captured-ok" look="second" label={text.gotIt} onClick={() => onHappened({ captured: false })} />
      </Notice>
    ) : null}
  </>
);

/** False while the code is drawn for the first time: what stands below it comes right after. */
function useAfterwards(): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => afterDrawing(() => setDrawn(true)), []);
  return isDrawn;
}

/** Everything that goes with a code on the screen, and ends with it: light, guard, clock, the talk with the service. */
export function ShowingCode(props: Props) {
  const { voucher, seed, last, happened, onHappened, onEnd, onClockJump, onExpired, onPinForPolicy } = props;
  const turns = useTurns({ seed, last, onClockJump, onExpired });
  const onUse = (use: Use) => {
    onHappened({ use });
    turns.next();
  };
  const offline = useContact({ seed, onEnd, onUse });
  const isDrawn = useAfterwards();
  useEffect(() => lightUp(), []);
  useEffect(() => guardCapture(() => onHappened({ captured: true })), [onHappened]);
  return (
    <>
      <Happenings happened={happened} onHappened={onHappened} />
      <CodeView voucher={voucher} seed={seed} {...turns} onNext={turns.next} />
      {/* Below the code, which must not move under the scanner when the network goes. */}
      {offline ? <Notice id="offline" tone="info" icon="offline" title={text.offline} body={text.offlineBody(momentText(seed.notAfter))} /> : null}
      {isDrawn ? (
        <>
          <ScanHelp />
          <PolicyChoice policy={voucher.pinPolicy} onPin={onPinForPolicy} />
        </>
      ) : null}
    </>
  );
}
