import { changePhone, type PhoneState, readPhone } from '@yibao/shared';
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

const isAnother = (after: PhoneState['next'], before: PhoneState['next']) => after !== undefined && (after.phone !== before?.phone || after.resendAt !== before.resendAt);

/** A new number, then its code, then the confirmation; where one left off is where one goes on. */
function Stage({ state, tell, busy, onProven }: StageProps) {
  const [other, setOther] = useState(false);
  const [sent, setSent] = useState(false);
  const goOn = (next: PhoneState, isSent: boolean) => {
    setSent(isSent);
    setOther(false);
    tell(next);
  };
  // the message may have gone out although its answer was lost: then the service knows of it, and its code can be typed
  const look = () => void call(readPhone, {}).then((next) => (isAnother(next.next, state.next) ? goOn(next, false) : undefined), () => undefined);
  if (!state.next || other) return <NewNumber isFirst={state.current === undefined} onSent={(next) => goOn(next, true)} onUnsent={look} />;
  const { proven } = state.next;
  const onOther = () => setOther(true);
  return proven ? (
    <Proven phone={state.next.phone} busy={busy ? text.changeBusy : undefined} onChange={onProven} onOther={onOther} />
  ) : (
    <Proof next={state.next} sent={sent} onSent={(next) => goOn(next, true)} tell={tell} onProven={onProven} onOther={onOther} />
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
