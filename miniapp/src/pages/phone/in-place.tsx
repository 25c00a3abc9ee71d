import { changePhone, type PhoneState } from '@yibao/shared';
import { useState } from 'react';
import { call } from '../../api/call';
import { phone as text } from '../../copy/phone';
import { ConfirmFrame } from '../../step-up/confirm-frame';
import { useConfirmed } from '../../step-up/use-confirmed';
import { Changed } from './changed';
import { Current } from './current';
import { NewNumber } from './new-number';
import { Proof } from './proof';
import { Proven } from './proven';
import type { RoomProps } from './room-props';

interface StageProps extends RoomProps {
  readonly busy: boolean;
  readonly onProven: () => void;
}

/** A new number, then its code, then the confirmation; where one left off is where one goes on. */
function Stage({ state, tell, busy, onProven }: StageProps) {
  const [other, setOther] = useState(false);
  const told = (next: PhoneState) => {
    setOther(false);
    tell(next);
  };
  if (!state.next || other) return <NewNumber onSent={told} />;
  const { phone, proven } = state.next;
  const onOther = () => setOther(true);
  return proven ? (
    <Proven phone={phone} busy={busy ? text.changeBusy : undefined} onChange={onProven} onOther={onOther} />
  ) : (
    <Proof phone={phone} tell={tell} onProven={onProven} onOther={onOther} />
  );
}

/** WeChat: the number is changed here and at once (PHO-1). */
export function InPlace({ state, tell }: RoomProps) {
  const [changed, setChanged] = useState<{ readonly phone: string; readonly isFirst: boolean }>();
  const confirmed = useConfirmed();
  const change = () =>
    confirmed.run(async () => {
      const next = await call(changePhone, {});
      setChanged({ phone: next.current?.phone ?? '', isFirst: state.current === undefined });
      tell(next);
    });
  if (changed) return <Changed {...changed} onMore={() => setChanged(undefined)} />;
  return (
    <ConfirmFrame action="change-phone" confirmed={confirmed}>
      <Current current={state.current} />
      <Stage state={state} tell={tell} busy={confirmed.busy} onProven={change} />
    </ConfirmFrame>
  );
}
