import { type Activation, type Refusal, setPin } from '@yibao/shared';
import { call } from '../../api/call';
import { useTask } from '../../api/use-action';
import { Keypad } from '../../components/keypad';
import { NewPin } from '../../components/new-pin';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { activation as copy } from '../../copy/activation';
import { pin as pinText } from '../../copy/pin';
import { wordsOf } from '../../copy/refusals';
import { phoneNow } from '../../platform/clock';
import { random } from '../../platform/random';
import { card } from '../../state/card';
import { deviceId } from '../../state/device';
import { unlocked } from '../../state/display';
import { forgetLaunch } from '../../state/launch';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';

const { pin: text } = copy;
/** Refusals after which the keys stay and another PIN is asked. */
const AT_KEYS = new Set(['PIN_WEAK', 'PIN_WRONG']);

/** Ends the activation. What the phone knew of an earlier voucher goes; that the PIN was just given stays, so that the code can follow at once. */
async function finish(pin: string): Promise<Activation> {
  const done = await call(setPin, { pin });
  await Promise.all([card.forget(), forgetLaunch()]);
  await unlocked(pin, await deviceId(random), phoneNow());
  return done;
}

interface ExistingProps {
  readonly busy: string | undefined;
  readonly refusal: Refusal | undefined;
  readonly onPin: (pin: string) => void;
}

const Wrong = ({ refusal }: { refusal: Refusal }) => {
  const { title, remedy } = wordsOf(refusal);
  return <Notice id="pin-fault" tone="danger" icon="lock" title={title} body={remedy} />;
};

/** The voucher has its PIN from the other channel. */
const ExistingPin = ({ busy, refusal, onPin }: ExistingProps) => (
  <>
    <Words look="secondary">{text.existingWhy}</Words>
    {refusal ? <Wrong refusal={refusal} /> : null}
    <Keypad label={busy ?? text.existing} entered={pinText.entered} deleteLabel={pinText.delete} busy={busy !== undefined} onPin={onPin} />
  </>
);

export function PinStep({ activation, onDone, onResume }: StepProps) {
  const { busy, refusal, run, clear } = useTask();
  const atKeys = refusal && AT_KEYS.has(refusal.code) ? refusal : undefined;
  const keys = { busy: busy ? text.busy : undefined, refusal: atKeys, onPin: (pin: string) => run(async () => onDone(await finish(pin))) };
  return (
    <StepFrame refusal={atKeys ? undefined : refusal} onRetry={clear} onResume={onResume}>
      <Card>{activation?.voucherExists ? <ExistingPin {...keys} /> : <NewPin {...keys} onStart={clear} />}</Card>
    </StepFrame>
  );
}
