import { listUses, type Use } from '@yibao/shared';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { Card, Page, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { Skeleton } from '../../components/skeleton';
import { momentText } from '../../copy/moment';
import { zh } from '../../copy/zh';
import { callPhone, goOnTo, startOverAt } from '../../platform/navigate';
import { card } from '../../state/card';
import { useElder } from '../../state/elder';

const show = () => goOnTo('/pages/voucher/voucher');
const activate = () => goOnTo('/pages/activation/activation');

const Empty = () => (
  <Card id="uses-empty">
    <Words look="title" center>
      {zh.uses.empty}
    </Words>
    <Words center>{zh.uses.emptyBody}</Words>
    <Button id="show-code" label={zh.uses.show} onClick={show} />
  </Card>
);

const List = ({ uses, hotline }: { uses: readonly Use[]; hotline: string }) => (
  <>
    <Card tight id="uses-list">
      {uses.map(({ at, institution, businessName }, row) => (
        <Cell key={`${at}-${row}`} title={institution} note={`${momentText(at)}　${businessName}`} />
      ))}
    </Card>
    <Card>
      <Words>{zh.uses.notMine}</Words>
      <Button id="call" look="second" label={zh.everywhere.callHotline(hotline)} onClick={() => callPhone(hotline)} />
    </Card>
  </>
);

/** 使用明细: every time the code was accepted (CODE-9). */
export default function UsesPage() {
  const isElder = useElder();
  const hotline = card.useValue()?.voucher?.region.hotline ?? zh.everywhere.hotline;
  const { answer, ask } = useAnswer(listUses, {});
  const body = () => {
    if (answer.state === 'waiting') return <Skeleton label={zh.uses.waiting} bars={6} />;
    if (answer.state === 'refused')
      return <RefusalView refusal={answer.refusal} remedies={{ retry: ask, activate, home: () => startOverAt('/pages/home/home'), call: () => callPhone(hotline) }} />;
    return answer.answer.uses.length ? <List uses={answer.answer.uses} hotline={hotline} /> : <Empty />;
  };
  return <Page elder={isElder}>{body()}</Page>;
}
