import type { Refusal } from '@yibao/shared';
import { useState } from 'react';
import { pin as text } from '../copy/pin';
import { wordsOf } from '../copy/refusals';
import { Keypad } from './keypad';
import { Notice } from './notice';
import { Words } from './page';
import { type PinEntry, pinEntered } from './pin-entry';

interface Props {
  /** What is being done with the chosen PIN. */
  readonly busy: string | undefined;
  /** Why the service did not take the last one. */
  readonly refusal: Refusal | undefined;
  readonly onStart: () => void;
  readonly onPin: (pin: string) => void;
}


const faultOf = (fault: PinEntry['fault'], refusal: Refusal | undefined) => {
  if (refusal) return wordsOf(refusal);
  if (fault === 'weak') return wordsOf({ code: 'PIN_WEAK', details: {} });
  return fault && { title: text.different, remedy: text.differentBody };
};

/** A new PIN: the rule before, six digits twice, and above the keys why the last attempt came to nothing. */
export function NewPin({ busy, refusal, onStart, onPin }: Props) {
  const [entry, setEntry] = useState<PinEntry>({});
  const told = faultOf(entry.fault, refusal);
  const enter = (pin: string) => {
    onStart();
    const { entry: next, chosen } = pinEntered(entry, pin);
    setEntry(next);
    if (chosen !== undefined) onPin(chosen);
  };
  const label = entry.first === undefined ? text.first : text.second;
  return (
    <>
      <Words look="secondary">{text.rule}</Words>
      {told ? <Notice id="pin-fault" tone="danger" icon="lock" title={told.title} body={told.remedy} /> : null}
      <Keypad label={busy ?? label} entered={text.entered} deleteLabel={text.delete} busy={busy !== undefined} onPin={enter} />
    </>
  );
}
