import type { StepUpAction } from '@yibao/shared';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { NewPin } from '../../../components/new-pin';
import { Notice } from '../../../components/notice';
import { Card, Page } from '../../../components/page';
import { choosePin as text } from '../../../copy/choose-pin';
import { phoneNow } from '../../../platform/clock';
import { back } from '../../../platform/navigate';
import { random } from '../../../platform/random';
import { deviceId } from '../../../state/device';
import { unlocked } from '../../../state/display';
import { usePage } from '../../../state/use-page';
import { ConfirmFrame } from '../../../step-up/confirm-frame';
import { StepUp } from '../../../step-up/step-up';
import { useConfirmed } from '../../../step-up/use-confirmed';

interface Props {
  readonly action: Extract<StepUpAction, 'change-pin' | 'reset-pin'>;
  /** The name of the page, and what is said at the end. */
  readonly words: { readonly bar: string; readonly done: string };
  readonly send: (pin: string) => Promise<unknown>;
}

/** Refusals after which the keys stay and another PIN is asked. */
const AT_KEYS = new Set(['PIN_WEAK', 'PIN_SAME']);

const Done = ({ title }: { title: string }) => (
  <Notice id="pin-chosen" tone="success" title={title} body={text.after}>
    <Button id="back" label={text.back} onClick={back} />
  </Notice>
);

function Choosing({ action, send, onDone }: Omit<Props, 'words'> & { onDone: () => void }) {
  const confirmed = useConfirmed();
  const { busy, refusal, run, clear } = confirmed;
  const atKeys = refusal && AT_KEYS.has(refusal.code) ? refusal : undefined;
  const choose = (pin: string) =>
    run(async () => {
      await send(pin);
      await unlocked(pin, await deviceId(random), phoneNow());
      onDone();
    });
  return (
    <ConfirmFrame action={action} confirmed={{ ...confirmed, refusal: atKeys ? undefined : refusal }}>
      <Card>
        <NewPin busy={busy ? text.changeBusy : undefined} refusal={atKeys} onStart={clear} onPin={choose} />
        <Button id="cancel" look="plain" label={text.cancel} onClick={back} />
      </Card>
    </ConfirmFrame>
  );
}

/** Confirms first, so that nobody thinks up a new PIN in vain; should the confirmation have aged, it is asked again. */
export function ChoosePin({ words, ...how }: Props) {
  const isElder = usePage(words.bar);
  const [stage, setStage] = useState<'confirm' | 'choose' | 'done'>('confirm');
  const body = () => {
    if (stage === 'confirm') return <StepUp action={how.action} onDone={() => setStage('choose')} onCancel={back} />;
    return stage === 'choose' ? <Choosing {...how} onDone={() => setStage('done')} /> : <Done title={words.done} />;
  };
  return <Page elder={isElder}>{body()}</Page>;
}
