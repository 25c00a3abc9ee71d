import type { Closing } from '@yibao/shared';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { close as text } from '../../copy/account';
import { momentText } from '../../copy/moment';
import { startOverAt } from '../../platform/navigate';
import { Items } from '../../components/items';

/** What the service has erased and what it keeps, in its own words. */
export const Closed = ({ closing: { closedAt, erased, kept } }: { closing: Closing }) => (
  <>
    <Notice id="account-closed" tone="success" title={text.closed} body={`${text.closedAt} ${momentText(closedAt)}`} />
    <Items id="erased" name="check" colour="success" title={text.erased} items={erased.map(text.erasedAs)} />
    <Card id="kept">
      <Words look="strong">{text.kept}</Words>
      {kept.map(text.keptOf).map(([what, why]) => (
        <Cell key={what} title={what} note={why} />
      ))}
    </Card>
    <Button id="home" label={text.home} onClick={() => startOverAt('/pages/home/home')} />
  </>
);
