import { type PinPolicy, type Refusal } from '@yibao/shared';
import { useTask } from '../../api/use-action';
import { Button } from '../../components/button';
import { Keypad } from '../../components/keypad';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { everywhere } from '../../copy/everywhere';
import { pin as pinText } from '../../copy/pin';
import { voucher as text } from '../../copy/voucher';
import { wordsOf } from '../../copy/refusals';
import { callPhone, open, startOverAt } from '../../platform/navigate';
import { changePolicy, enterPin } from './enter-pin';
import { isOutOfReach } from './take-seed';
import { lockedOffline } from './use-showing';

interface Props {
  /** What is to be changed once the PIN is right, where it is not for showing the code. */
  readonly policy: PinPolicy | undefined;
  readonly onDone: () => void;
}

const home = () => startOverAt('/pages/home/home');
const resetPin = () => open('/pages/voucher/pin/reset');

const Declined = ({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) =>
  isOutOfReach(refusal) && lockedOffline() ? (
    <Notice id="pin-locked" tone="danger" icon="lock" title={text.pinOfflineLocked} body={text.pinOfflineLockedBody}>
      <Button id="retry" label={text.retry} onClick={onRetry} />
    </Notice>
  ) : (
    <RefusalView refusal={refusal} remedies={{ retry: onRetry, resetPin, home, activate: home, call: () => callPhone(everywhere.hotline) }} />
  );

const Wrong = ({ refusal }: { refusal: Refusal }) => {
  const { title, remedy } = wordsOf(refusal);
  return <Notice id="pin-wrong" tone="danger" icon="lock" title={title} body={remedy} />;
};

/** Asks for the PIN: what was wrong with the last one stands above the keys. */
export function PinView({ policy, onDone }: Props) {
  const { busy, refusal, run, clear } = useTask();
  const submit = (pin: string) =>
    run(async () => {
      await enterPin(pin);
      if (policy) await changePolicy(policy);
      onDone();
    });
  if (refusal && refusal.code !== 'PIN_WRONG') return <Declined refusal={refusal} onRetry={clear} />;
  return (
    <Card id="pin-card">
      <Words look="title" center>
        {text.pinTitle}
      </Words>
      {refusal ? <Wrong refusal={refusal} /> : null}
      <Keypad label={policy ? text.pinForPolicy : text.pinLabel} entered={pinText.entered} deleteLabel={pinText.delete} busy={busy} onPin={submit} />
      <Button id="forgot-pin" look="plain" label={pinText.forgot} onClick={resetPin} />
    </Card>
  );
}
