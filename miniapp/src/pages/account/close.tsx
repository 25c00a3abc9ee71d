import { closeAccount, type Closing } from '@yibao/shared';
import { useState } from 'react';
import { call } from '../../api/call';
import { forgetHere } from '../../api/forget-here';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { close as text } from '../../copy/account';
import { back } from '../../platform/navigate';
import { usePage } from '../../state/use-page';
import { useTop } from '../../state/use-top';
import { ConfirmFrame } from '../../step-up/confirm-frame';
import { useConfirmed } from '../../step-up/use-confirmed';
import { Closed } from './closed';
import { Items } from '../../components/items';

const Before = ({ busy, onClose }: { busy: boolean; onClose: () => void }) => (
  <>
    <Items name="close" colour="danger" title={text.atOnce} items={text.atOnceItems} />
    <Items name="document" colour="quiet" title={text.kept} items={text.keptItems} />
    <Items name="check" colour="success" title={text.unaffected} items={text.unaffectedItems} />
    <Button id="stay" label={text.stay} onClick={back} />
    <Button id="confirm-close" look="danger" label={text.confirm} busy={busy ? text.confirmBusy : undefined} onClick={onClose} />
  </>
);

/** 注销医保码: what ends, what stays and why, before anything is done; then the record of what was done. */
export default function ClosePage() {
  const isElder = usePage(text.bar);
  const [closing, setClosing] = useState<Closing>();
  const confirmed = useConfirmed();
  useTop(closing ? 'closed' : 'before');
  const end = () =>
    confirmed.run(async () => {
      const done = await call(closeAccount, {});
      await forgetHere();
      setClosing(done);
    });
  return (
    <Page elder={isElder}>
      {closing ? (
        <Closed closing={closing} />
      ) : (
        <ConfirmFrame action="close-account" confirmed={confirmed}>
          <Before busy={confirmed.busy} onClose={end} />
        </ConfirmFrame>
      )}
    </Page>
  );
}
