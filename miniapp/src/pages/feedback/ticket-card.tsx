import type { Ticket } from '@yibao/shared';
import { useState } from 'react';
import { useTask } from '../../api/use-action';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { Notice } from '../../components/notice';
import { Card } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { feedback as text } from '../../copy/feedback';
import { momentText } from '../../copy/moment';
import { copyText } from '../../platform/clipboard';

/** The number is read out at a desk, or pasted into a message. */
const CopyNumber = ({ number }: { number: string }) => {
  const [copied, setCopied] = useState(false);
  const { refusal, run, clear } = useTask();
  const copy = () =>
    run(async () => {
      await copyText(number);
      setCopied(true);
    });
  if (refusal) return <RefusalView refusal={refusal} remedies={{ retry: clear }} />;
  return <Button id={`copy-${number}`} look="second" label={copied ? text.copied : text.copy} onClick={copy} />;
};

/** A ticket with its number to follow, and what was answered. */
export const TicketCard = ({ ticket }: { ticket: Ticket }) => (
  <Card id={`ticket-${ticket.state}`}>
    <Cell title={text.number} value={ticket.ticket} note={text.at(momentText(ticket.createdAt))} />
    <Cell title={text.kinds[ticket.kind]} value={text.states[ticket.state]} note={ticket.contact} />
    {ticket.answer === undefined ? null : <Notice id="ticket-answer" tone="success" title={text.answer} body={ticket.answer} />}
    <CopyNumber number={ticket.ticket} />
  </Card>
);
