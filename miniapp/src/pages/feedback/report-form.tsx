import { type Contact, reportProblem, type Ticket, TICKET_KINDS, type TicketKind } from '@yibao/shared';
import { useState } from 'react';
import { useAction } from '../../api/use-action';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { Field } from '../../components/field';
import { Card, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { feedback as text } from '../../copy/feedback';
import { channel } from '../../platform/channel';
import { startOverAt } from '../../platform/navigate';
import { stuckWith } from '../../state/stuck';
import { type ContactForm, contactOf, faultOf } from './contact-form';

const CONTACTS: readonly Contact['kind'][] = channel === 'alipay' ? ['alipay', 'phone', 'wechat'] : ['wechat', 'phone', 'alipay'];
const KINDS = Object.keys(TICKET_KINDS) as TicketKind[];

interface KindsProps {
  readonly chosen: TicketKind;
  readonly onChoose: (kind: TicketKind) => void;
}

const Kinds = ({ chosen, onChoose }: KindsProps) => (
  <Card>
    <Words look="title">{text.kind}</Words>
    {KINDS.map((kind) => (
      <Choice key={kind} id={`kind-${kind}`} kind="radio" title={text.kinds[kind]} chosen={kind === chosen} onChoose={() => onChoose(kind)} />
    ))}
  </Card>
);

interface ContactProps {
  readonly form: ContactForm;
  readonly fault: string | undefined;
  readonly onChange: (form: ContactForm) => void;
}

const ContactFields = ({ form, fault, onChange }: ContactProps) => (
  <>
    <Words look="title">{text.contactKind}</Words>
    {CONTACTS.map((kind) => (
      <Choice key={kind} id={`contact-${kind}`} kind="radio" title={text.contacts[kind]} chosen={kind === form.kind} onChoose={() => onChange({ kind, value: '' })} />
    ))}
    <Field
      id="contact"
      label={text.contacts[form.kind]}
      placeholder={text.placeholders[form.kind]}
      value={form.value}
      fault={fault && text.faults[form.kind](fault)}
      maxLength={64}
      onChange={(value) => onChange({ ...form, value })}
    />
  </>
);

/** What the person is stuck with and how to be reached; a fault is told at the attempt to send. */
export function ReportForm({ onReported }: { onReported: (ticket: Ticket) => void }) {
  const [kind, setKind] = useState<TicketKind>(stuckWith()?.kind ?? 'face-photo-missing');
  const [form, setForm] = useState<ContactForm>({ kind: CONTACTS[0]!, value: '' });
  const [fault, setFault] = useState<string>();
  const { busy, refusal, run, clear } = useAction(reportProblem, onReported);
  const change = (next: ContactForm) => {
    setForm(next);
    setFault(undefined);
  };
  const send = () => {
    const contact = contactOf(form);
    const region = stuckWith()?.region;
    setFault(faultOf(form));
    if (contact) run({ kind, contact, ...(region === undefined ? {} : { region }) });
  };
  if (refusal) return <RefusalView refusal={refusal} remedies={{ retry: clear, home: () => startOverAt('/pages/home/home') }} />;
  return (
    <>
      <Kinds chosen={kind} onChoose={setKind} />
      <Card>
        <ContactFields form={form} fault={fault} onChange={change} />
        <Words look="secondary">{text.kept}</Words>
        <Button id="send-report" label={form.value === '' ? text.sendFirst : text.send} disabled={form.value === ''} busy={busy ? text.sendBusy : undefined} onClick={send} />
      </Card>
    </>
  );
}
