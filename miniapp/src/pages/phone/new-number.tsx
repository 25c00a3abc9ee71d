import { Phone, type PhoneState, type Refusal, sendPhoneCode } from '@yibao/shared';
import { useEffect, useState } from 'react';
import { useAction } from '../../api/use-action';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { sentenceOf } from '../../components/sms-code-form';
import { phone as text } from '../../copy/phone';
import { type PhoneNumber, phoneNumberButton } from '../../platform/phone-number';
import { Declined } from './declined';

/** Refusals that are told at the field. */
const AT_FIELD = new Set(['PHONE_SAME', 'PHONE_FOREIGN', 'PHONE_PACKET_REJECTED', 'REQUEST_MALFORMED', 'SMS_TOO_SOON']);

type Without = 'cancelled' | 'unavailable' | 'unagreed';

const withoutIn = (number: PhoneNumber): Without => ('cancelled' in number ? 'cancelled' : 'unagreed' in number ? 'unagreed' : 'unavailable');

interface TypedProps {
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onType: () => void;
  readonly onSend: (phone: string) => void;
}

function Typed({ busy, refusal, onType, onSend }: TypedProps) {
  const [number, setNumber] = useState('');
  const complete = Phone.safeParse(number).success;
  const write = (typed: string) => {
    setNumber(typed.trim());
    onType();
  };
  return (
    <>
      <Field id="new-phone" label={text.field} placeholder={text.fieldPlaceholder} type="number" maxLength={11} value={number} fault={refusal && sentenceOf(refusal)} onChange={write} />
      <Button id="get-sms" look={complete ? 'main' : 'second'} label={complete ? text.get : text.numberFirst} disabled={!complete} busy={busy ? text.getBusy : undefined} onClick={() => onSend(number)} />
    </>
  );
}

interface Props {
  /** There is no number yet. */
  readonly isFirst: boolean;
  readonly onSent: (state: PhoneState) => void;
  /** No answer says that a message was sent. */
  readonly onUnsent: () => void;
}

const What = ({ isFirst }: Pick<Props, 'isFirst'>) => (
  <>
    <Words look="title">{isFirst ? text.firstTitle : text.newTitle}</Words>
    <Words>{isFirst ? text.firstBody : text.newBody}</Words>
  </>
);

/** The new number: with one tap as WeChat knows it, or typed. */
export function NewNumber({ isFirst, onSent, onUnsent }: Props) {
  const { busy, refusal, run, clear } = useAction(sendPhoneCode, onSent);
  const [without, setWithout] = useState<Without>();
  const take = (number: PhoneNumber) => {
    setWithout('code' in number ? undefined : withoutIn(number));
    if ('code' in number) run({ code: number.code });
  };
  const retry = () => {
    clear();
    onUnsent();
  };
  const isTooSoon = refusal?.code === 'SMS_TOO_SOON';
  useEffect(() => (isTooSoon ? onUnsent() : undefined), [isTooSoon]);
  if (refusal && !AT_FIELD.has(refusal.code)) return <Declined refusal={refusal} onRetry={retry} />;
  return (
    <Card>
      <What isFirst={isFirst} />
      <Button id="one-tap" look={without === 'unavailable' ? 'second' : 'main'} label={text.oneTap} busy={busy ? text.oneTapBusy : undefined} {...phoneNumberButton(take)} />
      {without ? <Notice id={`number-${without}`} tone="info" title={text[without]} body={without === 'unagreed' ? text.agreeOrType : text.typeInstead} /> : null}
      <Words look="secondary" after>
        {text.or}
      </Words>
      <Typed busy={busy} refusal={refusal} onType={clear} onSend={(phone) => run({ phone })} />
    </Card>
  );
}
