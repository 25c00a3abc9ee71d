import { type Refusal, stepUp } from '@yibao/shared';
import { call } from '../api/call';
import { useTask } from '../api/use-action';
import { Button } from '../components/button';
import { Keypad } from '../components/keypad';
import { Notice } from '../components/notice';
import { stepUp as text } from '../copy/step-up';
import { pin as pinText } from '../copy/pin';
import { wordsOf } from '../copy/refusals';
import { open } from '../platform/navigate';
import type { FactorProps } from './factor-props';
import { FactorRefused } from './factor-refused';

const Wrong = ({ refusal }: { refusal: Refusal }) => {
  const { title, remedy } = wordsOf(refusal);
  return <Notice id="pin-wrong" tone="danger" icon="lock" title={title} body={remedy} />;
};

const WayOut = ({ onOther }: Pick<FactorProps, 'onOther'>) =>
  onOther ? (
    <Button id="use-face" look="plain" label={text.useFace} onClick={onOther} />
  ) : (
    <Button id="forgot-pin" look="plain" label={pinText.forgot} onClick={() => open('/pages/voucher/pin/reset')} />
  );

export function PinFactor({ action, onDone, onOther }: FactorProps) {
  const { busy, refusal, run, clear } = useTask();
  const submit = (pin: string) =>
    run(async () => {
      await call(stepUp, { action, pin });
      onDone();
    });
  if (refusal && refusal.code !== 'PIN_WRONG') return <FactorRefused refusal={refusal} onRetry={clear} />;
  return (
    <>
      {refusal ? <Wrong refusal={refusal} /> : null}
      <Keypad label={busy ? text.pinBusy : text.pin} entered={pinText.entered} deleteLabel={pinText.delete} busy={busy} onPin={submit} />
      <WayOut onOther={onOther} />
    </>
  );
}
