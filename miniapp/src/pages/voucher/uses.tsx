import { listUses, type Use } from '@yibao/shared';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { Card, Page, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { Skeleton } from '../../components/skeleton';
import { everywhere } from '../../copy/everywhere';
import { uses as text } from '../../copy/voucher';
import { callPhone, goOnTo, startOverAt } from '../../platform/navigate';
import { card } from '../../state/card';
import { usePage } from '../../state/use-page';

const show = () => goOnTo('/pages/voucher/voucher');
const activate = () => goOnTo('/pages/activation/activation');

const Empty = () => (
  <Card id="uses-empty">
    <Words look="title" center>
      {text.empty}
    </Words>
    <Words center>{text.emptyBody}</Words>
    <Button id="show-code" label={text.show} onClick={show} />
  </Card>
);

const List = ({ uses, hotline }: { uses: readonly Use[]; hotline: string }) => (
  <>
    <Card tight id="uses-list">
      {uses.map((use, row) => (
        <Cell key={`${use.at}-${row}`} title={use.institution} note={text.line(use)} />
      ))}
    </Card>
    <Card>
      <Words>{text.notMine}</Words>
      <Button id="call" look="second" label={everywhere.callHotline(hotline)} onClick={() => callPhone(hotline)} />
    </Card>
  </>
);

/** 使用明细: every time the code was accepted (CODE-9). */
export default function UsesPage() {
  const isElder = usePage(text.bar);
  const hotline = card.useValue()?.voucher?.region.hotline ?? everywhere.hotline;
  const { answer, ask } = useAnswer(listUses, {});
  const body = () => {
    if (answer.state === 'waiting') return <Skeleton label={text.waiting} bars={6} />;
    if (answer.state === 'refused')
      return <RefusalView refusal={answer.refusal} remedies={{ retry: ask, activate, home: () => startOverAt('/pages/home/home'), call: () => callPhone(hotline) }} />;
    return answer.answer.uses.length ? <List uses={answer.answer.uses} hotline={hotline} /> : <Empty />;
  };
  return <Page elder={isElder}>{body()}</Page>;
}
