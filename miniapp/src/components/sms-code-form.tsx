import { type Refusal, SmsCode } from '@yibao/shared';
import { useState } from 'react';
import { everywhere } from '../copy/everywhere';
import { wordsOf } from '../copy/refusals';
import { sms as text } from '../copy/sms';
import { Button } from './button';
import { Field } from './field';
import { Card, Words } from './page';

/** Refusals that are told at the field, which keeps what was typed. */
const AT_FIELD = new Set(['SMS_WRONG', 'SMS_EXPIRED', 'REQUEST_MALFORMED']);

export const isAtField = (refusal: Refusal | undefined) => refusal !== undefined && AT_FIELD.has(refusal.code);

export const sentenceOf = (refusal: Refusal) => {
  const { title, remedy } = wordsOf(refusal);
  return everywhere.sentence(title, remedy);
};

interface Props {
  readonly phone: string;
  /** The message has certainly gone out. */
  readonly sent: boolean;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onConfirm: (code: string) => void;
  /** The person types again. */
  readonly onType: () => void;
}

/** Where the six digits are typed that were sent to a phone. */
export function SmsCodeForm({ phone, sent, busy, refusal, onConfirm, onType }: Props) {
  const [code, setCode] = useState('');
  const complete = SmsCode.safeParse(code).success;
  const write = (typed: string) => {
    setCode(typed);
    onType();
  };
  return (
    <Card>
      <Words id={sent ? 'sms-sent' : 'sms-perhaps'}>{sent ? text.sentTo(phone) : text.perhapsTo(phone)}</Words>
      <Field
        id="sms-code"
        label={text.code}
        placeholder={text.codePlaceholder}
        type="number"
        maxLength={6}
        value={code}
        fault={refusal && isAtField(refusal) ? sentenceOf(refusal) : undefined}
        onChange={write}
      />
      <Button id="confirm-sms" label={complete ? text.confirm : text.codeFirst} disabled={!complete} busy={busy ? text.confirmBusy : undefined} onClick={() => onConfirm(code)} />
    </Card>
  );
}
