import { useState } from 'react';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { Card, Words } from '../components/page';
import { notice as text } from '../copy/notice';
import { channel } from '../platform/channel';
import { askToSubscribe, type Subscribing } from '../platform/subscribe';
import { useTemplates } from './use-templates';

const Outcome = ({ outcome }: { outcome: Subscribing }) => {
  const { title, body } = text.outcomes[outcome];
  return <Notice id={`notice-${outcome}`} tone={outcome === 'allowed' ? 'success' : 'info'} title={title} body={body || undefined} />;
};

/** Asks whether messages to the holder may be sent. Without templates nothing is offered. */
export function NoticeOffer() {
  const ids = useTemplates(['safety', 'settlement', 'refund']);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Subscribing>();
  const ask = () => {
    setBusy(true);
    void askToSubscribe(ids).then((next) => {
      setOutcome(next);
      setBusy(false);
    });
  };
  if (ids.length === 0) return null;
  return (
    <Card id="notice-offer">
      <Words look="strong">{text.title}</Words>
      <Words>{text.body(channel)}</Words>
      {outcome ? <Outcome outcome={outcome} /> : null}
      {outcome === 'allowed' || outcome === 'unsupported' ? null : <Button id="allow-notices" look="second" label={text.ask} busy={busy ? text.busy : undefined} onClick={ask} />}
    </Card>
  );
}
