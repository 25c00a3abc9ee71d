import { listNoticeTemplates } from '@yibao/shared';
import { useEffect, useState } from 'react';
import { call } from '../api/call';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { Card, Words } from '../components/page';
import { notice as text } from '../copy/notice';
import { channel } from '../platform/channel';
import { askToSubscribe, type Subscribing } from '../platform/subscribe';

/** The ids must be there before the tap: the platforms only ask right after one. Without any, nothing is offered. */
function useTemplates(): readonly string[] {
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    void call(listNoticeTemplates, {}).then(({ templates }) => setIds(templates.map(({ id }) => id)), () => undefined);
  }, []);
  return ids;
}

const Outcome = ({ outcome }: { outcome: Subscribing }) => {
  const { title, body } = text.outcomes[outcome];
  return <Notice id={`notice-${outcome}`} tone={outcome === 'allowed' ? 'success' : 'info'} title={title} body={body || undefined} />;
};

/** The one place that asks whether messages may be sent. */
export function NoticeOffer() {
  const ids = useTemplates();
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
