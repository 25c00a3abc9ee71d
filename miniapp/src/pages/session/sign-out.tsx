import { CHANNEL_NAMES, signOut } from '@yibao/shared';
import { call } from '../../api/call';
import { forgetHere } from '../../api/forget-here';
import { useTask } from '../../api/use-action';
import { Button } from '../../components/button';
import { Card, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { session as text } from '../../copy/session';
import { channel } from '../../platform/channel';

/** 退出登录, with what it means on this phone said before. */
export function SignOut({ onLeft }: { onLeft: () => void }) {
  const { busy, refusal, run, clear } = useTask();
  const leave = () =>
    run(async () => {
      await call(signOut, {});
      await forgetHere();
      onLeft();
    });
  if (refusal) return <RefusalView refusal={refusal} remedies={{ retry: clear }} />;
  return (
    <Card>
      <Words look="secondary">{text.leaveWhy(CHANNEL_NAMES[channel])}</Words>
      <Button id="sign-out" look="danger" label={text.leave} busy={busy ? text.leaveBusy : undefined} onClick={leave} />
    </Card>
  );
}
