import { signOut } from '@yibao/shared';
import { call } from '../../api/call';
import { forgetHere } from '../../api/forget-here';
import { useTask } from '../../api/use-action';
import { Button } from '../../components/button';
import { Card, Words } from '../../components/page';
import { everywhere } from '../../copy/everywhere';
import { session as text } from '../../copy/session';
import { channel } from '../../platform/channel';

/** 退出登录, with what it means on this phone said before. Without network too this phone forgets; the session then ends by its idle limit. */
export function SignOut({ onLeft }: { onLeft: () => void }) {
  const { busy, run } = useTask();
  const leave = () =>
    run(async () => {
      await Promise.allSettled([call(signOut, {})]);
      await forgetHere();
      onLeft();
    });
  return (
    <Card>
      <Words look="secondary">{text.leaveWhy(everywhere.channels[channel])}</Words>
      <Button id="sign-out" look="danger" label={text.leave} busy={busy ? text.leaveBusy : undefined} onClick={leave} />
    </Card>
  );
}
