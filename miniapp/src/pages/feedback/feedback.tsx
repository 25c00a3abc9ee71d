import { listTickets, type Ticket } from '@yibao/shared';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Page, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { Skeleton } from '../../components/skeleton';
import { feedback as text } from '../../copy/feedback';
import { everywhere } from '../../copy/everywhere';
import { callPhone, goOnTo, startOverAt } from '../../platform/navigate';
import { usePage } from '../../state/use-page';
import { ReportForm } from './report-form';
import { TicketCard } from './ticket-card';

interface TicketsProps {
  readonly tickets: readonly Ticket[];
  readonly onReported: (ticket: Ticket) => void;
}

/** Who waits sees the number first; the form is there for who does not, or wants to be reached elsewhere. */
const Tickets = ({ tickets, onReported }: TicketsProps) => {
  const [changing, setChanging] = useState(false);
  const waits = tickets.some(({ state }) => state === 'waiting');
  const done = (ticket: Ticket) => {
    setChanging(false);
    onReported(ticket);
  };
  return (
    <>
      {tickets.map((ticket) => (
        <TicketCard key={ticket.ticket} ticket={ticket} />
      ))}
      {tickets.length > 0 ? <Button id="go-on" label={text.goOn} onClick={() => goOnTo('/pages/activation/activation')} /> : null}
      {waits && !changing ? <Button id="change-contact" look="second" label={text.change} onClick={() => setChanging(true)} /> : <ReportForm onReported={done} />}
    </>
  );
};

/** 请人工核对: for whom the platform cannot recognise (ACT-6, HELP-2). */
export default function FeedbackPage() {
  const isElder = usePage(text.bar);
  const { answer, ask, tell } = useAnswer(listTickets, {});
  const body = () => {
    if (answer.state === 'waiting') return <Skeleton label={text.waiting} bars={6} />;
    if (answer.state === 'refused')
      return <RefusalView refusal={answer.refusal} remedies={{ retry: ask, home: () => startOverAt('/pages/home/home'), call: () => callPhone(everywhere.hotline) }} />;
    const { tickets } = answer.answer;
    const put = (ticket: Ticket) => tell({ tickets: [ticket, ...tickets.filter((other) => other.ticket !== ticket.ticket)] });
    return (
      <>
        <Notice id="by-hand" tone="info" title={text.send} body={text.intro} />
        <Words look="secondary">{text.desk}</Words>
        <Tickets tickets={tickets} onReported={put} />
      </>
    );
  };
  return <Page elder={isElder}>{body()}</Page>;
}
