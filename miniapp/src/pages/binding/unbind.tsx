import { unbind, type Unbinding, type UnbindReason } from '@yibao/shared';
import { useState } from 'react';
import { call } from '../../api/call';
import { forgetHere } from '../../api/forget-here';
import { ConfirmFrame } from '../../step-up/confirm-frame';
import { useConfirmed } from '../../step-up/use-confirmed';
import { Before } from './before';
import { type Ending, endsHere } from './ending';

interface Props {
  readonly ending: Ending;
  readonly onStay: () => void;
  readonly onDone: (unbinding: Unbinding) => void;
}

/** Whoever lost the answer taps again: the service answers an unbinding that is done with the same number. */
export function Unbind({ ending, onStay, onDone }: Props) {
  const [reason, setReason] = useState<UnbindReason>();
  const confirmed = useConfirmed();
  const end = () =>
    confirmed.run(async () => {
      if (!reason) return;
      const done = await call(unbind, { binding: ending.target === 'all' ? 'all' : ending.target.id, reason });
      if (endsHere(ending)) await forgetHere();
      onDone(done);
    });
  return (
    <ConfirmFrame action="unbind" confirmed={confirmed}>
      <Before ending={ending} reason={reason} onReason={setReason} busy={confirmed.busy} onConfirm={end} onStay={onStay} />
    </ConfirmFrame>
  );
}
