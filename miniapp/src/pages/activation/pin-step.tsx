import { type Activation, type Refusal, setPin, wording } from '@yibao/shared';
import { useState } from 'react';
import { call } from '../../api/call';
import { useTask } from '../../api/use-action';
import { Keypad } from '../../components/keypad';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { zh } from '../../copy/zh';
import { phoneNow } from '../../platform/clock';
import { random } from '../../platform/random';
import { card } from '../../state/card';
import { deviceId } from '../../state/device';
import { unlocked } from '../../state/display';
import { type PinEntry, pinEntered } from './pin-entry';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';

const text = zh.activation.pin;
/** Refusals after which the keys stay and another PIN is asked. */
const AT_KEYS = new Set(['PIN_WEAK', 'PIN_WRONG']);

const faultOf = (fault: PinEntry['fault'], refusal: Refusal | undefined) => {
  if (refusal) return wording(refusal.code, refusal.details);
  if (fault === 'weak') return wording('PIN_WEAK');
  return fault && { title: text.different, remedy: text.differentBody };
};

/** Ends the activation. What the phone knew of an earlier voucher goes; that the PIN was just given stays, so that the code can follow at once. */
async function finish(pin: string): Promise<Activation> {
  const done = await call(setPin, { pin });
  await card.forget();
  await unlocked(pin, await deviceId(random), phoneNow());
  return done;
}

/** An existing PIN is asked once; a new one is chosen by entering it twice. */
function useEntry(exists: boolean, send: (pin: string) => void) {
  const [entry, setEntry] = useState<PinEntry>({});
  const choose = (pin: string) => {
    const { entry: next, chosen } = pinEntered(entry, pin);
    setEntry(next);
    if (chosen !== undefined) send(chosen);
  };
  const label = entry.first === undefined ? text.first : text.second;
  return exists ? { fault: undefined, label: text.existing, enter: send } : { fault: entry.fault, label, enter: choose };
}

export function PinStep({ activation, onDone, onResume }: StepProps) {
  const exists = activation?.voucherExists === true;
  const { busy, refusal, run, clear } = useTask();
  const { label, enter, fault } = useEntry(exists, (pin) => run(async () => onDone(await finish(pin))));
  const atKeys = refusal && AT_KEYS.has(refusal.code) ? refusal : undefined;
  const told = faultOf(fault, atKeys);
  const onPin = (pin: string) => {
    clear();
    enter(pin);
  };
  return (
    <StepFrame refusal={atKeys ? undefined : refusal} onRetry={clear} onResume={onResume}>
      <Card>
        <Words look="secondary">{exists ? text.existingWhy : text.rule}</Words>
        {told ? <Notice id="pin-fault" tone="danger" icon="lock" title={told.title} body={told.remedy} /> : null}
        <Keypad label={busy ? text.busy : label} entered={zh.voucher.pinEntered} deleteLabel={zh.voucher.pinDelete} busy={busy} onPin={onPin} />
      </Card>
    </StepFrame>
  );
}
