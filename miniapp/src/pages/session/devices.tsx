import { endSessions, listSessions, type SessionView } from '@yibao/shared';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { Skeleton } from '../../components/skeleton';
import { session as text } from '../../copy/session';
import { everywhere } from '../../copy/everywhere';
import { callPhone, startOverAt } from '../../platform/navigate';
import { ConfirmFrame } from '../../step-up/confirm-frame';
import { useConfirmed } from '../../step-up/use-confirmed';
import { Device } from './device';
import { SignOut } from './sign-out';

interface ListProps {
  readonly sessions: readonly SessionView[];
  readonly onEnd: (session?: string) => void;
  readonly busy: boolean;
}

const List = ({ sessions, onEnd, busy }: ListProps) => {
  const others = sessions.filter(({ current }) => !current).length;
  const [inWork, all] = [busy ? text.endBusy : undefined, others > 1];
  return (
    <>
      <Card>
        <Words>{text.intro}</Words>
        {all ? <Button id="end-others" label={text.endOthers} busy={inWork} onClick={() => onEnd()} /> : null}
      </Card>
      {sessions.map((session, at) => (
        <Device key={session.id} id={`session-${at}`} session={session} busy={inWork} onEnd={() => onEnd(session.id)} />
      ))}
      {others === 0 ? <Notice id="alone" tone="info" title={text.alone} body={text.aloneBody} /> : null}
    </>
  );
};

/** Where this holder is signed in; any but this phone's can be ended from here. */
export function Devices({ onLeft }: { onLeft: () => void }) {
  const { answer, ask, tell } = useAnswer(listSessions, {});
  const confirmed = useConfirmed();
  const end = (session?: string) => confirmed.run(async () => tell(await call(endSessions, session === undefined ? {} : { session })));
  if (answer.state === 'waiting') return <Skeleton label={text.waiting} bars={6} />;
  if (answer.state === 'refused')
    return <RefusalView refusal={answer.refusal} remedies={{ retry: ask, home: () => startOverAt('/pages/home/home'), call: () => callPhone(everywhere.hotline) }} />;
  return (
    <ConfirmFrame action="end-sessions" confirmed={confirmed}>
      <List sessions={answer.answer.sessions} onEnd={end} busy={confirmed.busy} />
      <SignOut onLeft={onLeft} />
    </ConfirmFrame>
  );
}
