import { type AccountData, exportData } from '@yibao/shared';
import { useState } from 'react';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { Card, Page, Words } from '../../components/page';
import { data as text } from '../../copy/account';
import { useUnload } from '../../platform/lifecycle';
import { usePage } from '../../state/use-page';
import { useTop } from '../../state/use-top';
import { ConfirmFrame } from '../../step-up/confirm-frame';
import { useConfirmed } from '../../step-up/use-confirmed';
import { Items } from '../../components/items';
import { Ready } from './ready';

/** 导出我的数据: what it contains, then the copy itself, which nothing here remembers. */
export default function DataPage() {
  const isElder = usePage(text.bar);
  const [found, setFound] = useState<AccountData>();
  const confirmed = useConfirmed();
  useTop(found ? 'ready' : 'before');
  useUnload(() => setFound(undefined));
  const fetch = () => confirmed.run(async () => setFound(await call(exportData, {})));
  return (
    <Page elder={isElder}>
      {found ? (
        <Ready found={found} />
      ) : (
        <ConfirmFrame action="export-data" confirmed={confirmed}>
          <Card>
            <Words>{text.intro}</Words>
          </Card>
          <Items name="document" title={text.contains} items={text.contents} />
          <Button id="export" label={text.fetch} busy={confirmed.busy ? text.fetchBusy : undefined} onClick={fetch} />
        </ConfirmFrame>
      )}
    </Page>
  );
}
