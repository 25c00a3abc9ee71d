import { type PhoneState, provePhone, sendPhoneCode } from '@yibao/shared';
import { useEffect } from 'react';
import { useAction } from '../../api/use-action';
import { Button } from '../../components/button';
import { isAtField, SmsCodeForm } from '../../components/sms-code-form';
import { phone as text } from '../../copy/phone';
import { sms } from '../../copy/sms';
import { phoneNow } from '../../platform/clock';
import { useCountdown } from '../../state/use-countdown';
import { Declined } from './declined';

/** The service sends one message a minute. */
const RESEND_SECONDS = 60;

interface Props {
  readonly next: NonNullable<PhoneState['next']>;
  /** The message has certainly gone out. */
  readonly sent: boolean;
  readonly onSent: (state: PhoneState) => void;
  readonly tell: (state: PhoneState) => void;
  readonly onProven: () => void;
  readonly onOther: () => void;
}

const isWaiting = ({ resendAt }: Props['next']) => Date.parse(resendAt) > phoneNow();

/** The code that was sent to the new number. */
export function Proof({ next, sent, onSent, tell, onProven, onOther }: Props) {
  const wait = useCountdown();
  const proof = useAction(provePhone, (state) => {
    tell(state);
    onProven();
  });
  const again = useAction(sendPhoneCode, (state) => {
    wait.start(RESEND_SECONDS);
    onSent(state);
  });
  useEffect(() => (sent || isWaiting(next) ? wait.start(RESEND_SECONDS) : undefined), []);
  const refusal = isAtField(proof.refusal) ? again.refusal : (proof.refusal ?? again.refusal);
  const clear = () => {
    if (proof.refusal?.code === 'PHONE_TAKEN') onOther();
    proof.clear();
    again.clear();
  };
  if (refusal) return <Declined refusal={refusal} onRetry={clear} />;
  return (
    <>
      <SmsCodeForm phone={next.phone} sent={sent} busy={proof.busy} refusal={proof.refusal} onConfirm={(code) => proof.run({ code })} onType={proof.clear} />
      <Button
        id="sms-again"
        look="second"
        label={wait.left > 0 ? sms.againIn(wait.left) : sms.again}
        disabled={wait.left > 0}
        busy={again.busy ? sms.busy : undefined}
        onClick={() => again.run({})}
      />
      <Button id="other-number" look="plain" label={text.other} onClick={onOther} />
    </>
  );
}
