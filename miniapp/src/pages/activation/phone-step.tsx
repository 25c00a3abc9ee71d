import { confirmPhone, readActivation, Refusal, sendSms } from '@yibao/shared';
import { useState } from 'react';
import { useAction, useTask } from '../../api/use-action';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { Card, Words } from '../../components/page';
import { isAtField, SmsCodeForm } from '../../components/sms-code-form';
import { activation as copy } from '../../copy/activation';
import { sms } from '../../copy/sms';
import { platformRefusal } from '../../platform/failure';
import { type PhoneNumber, phoneNumberButton } from '../../platform/phone-number';
import { useCountdown } from '../../state/use-countdown';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';

const { phone: text } = copy;
/** The service sends one message a minute. */
const RESEND_SECONDS = 60;

/** Without a network Alipay gives no number either; that is not the person’s refusal. */
async function noNumber(): Promise<Refusal> {
  const refusal = await platformRefusal(undefined);
  return refusal.code === 'OFFLINE' ? refusal : new Refusal('PHONE_PACKET_REJECTED');
}

/** Getting the message: the number comes from the account, sealed, and only the service can read it. */
function useMessage() {
  const task = useTask();
  const [phone, setPhone] = useState<string>();
  const wait = useCountdown();
  const send = (number: PhoneNumber) =>
    task.run(async () => {
      if (!('packet' in number)) throw await noNumber();
      const { activation } = await call(sendSms, { packet: number.packet });
      setPhone(activation.status === 'under-way' ? activation.phone : undefined);
      wait.start(RESEND_SECONDS);
    });
  return { ...task, phone, left: wait.left, send };
}

const SendButton = ({ sent, message }: { sent: boolean; message: ReturnType<typeof useMessage> }) => (
  <Button
    id="get-sms"
    look={sent ? 'second' : 'main'}
    label={message.left > 0 ? sms.againIn(message.left) : sent ? sms.again : sms.get}
    disabled={message.left > 0}
    busy={message.busy ? sms.busy : undefined}
    {...phoneNumberButton(message.send)}
  />
);

interface CodeProps extends Pick<StepProps, 'onDone' | 'onResume'> {
  readonly phone: string;
  readonly sent: boolean;
}

const CodeForm = ({ phone, sent, onDone, onResume }: CodeProps) => {
  const { busy, refusal, run, clear } = useAction(confirmPhone, onDone);
  return (
    <StepFrame refusal={isAtField(refusal) ? undefined : refusal} onRetry={clear} onResume={onResume}>
      <SmsCodeForm phone={phone} sent={sent} busy={busy} refusal={refusal} onConfirm={(code) => run({ code })} onType={clear} />
    </StepFrame>
  );
};

export function PhoneStep({ activation, onDone, onResume }: StepProps) {
  const message = useMessage();
  const phone = message.phone ?? activation?.phone;
  const retry = () => {
    message.clear();
    // the message may have gone out although its answer was lost: then the service knows a number, and its code can be typed
    void call(readActivation, {}).then(onDone, () => undefined);
  };
  return (
    <StepFrame refusal={message.refusal} onRetry={retry} onResume={onResume}>
      <Card>
        <Words>{text.why}</Words>
      </Card>
      {phone ? <CodeForm phone={phone} sent={message.phone !== undefined} onDone={onDone} onResume={onResume} /> : null}
      <SendButton sent={phone !== undefined} message={message} />
    </StepFrame>
  );
}
