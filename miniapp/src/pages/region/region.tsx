import { listRegions, type Region } from '@yibao/shared';
import { useAnswer } from '../../api/use-answer';
import { Cell } from '../../components/cell';
import { Card, Page, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { Skeleton } from '../../components/skeleton';
import { everywhere } from '../../copy/everywhere';
import { region as text } from '../../copy/region';
import { callPhone, startOverAt } from '../../platform/navigate';
import { usePage } from '../../state/use-page';
import { byProvince } from './by-province';

const Province = ({ name, regions }: { name: string; regions: readonly Region[] }) => (
  <Card>
    <Words look="strong">{name}</Words>
    {regions.map(({ code, name: region, open, bureau, hotline }) => (
      <Cell
        key={code}
        id={`region-${code}`}
        title={region}
        note={text.call(bureau, hotline)}
        value={open ? text.open : text.closed}
        onClick={() => callPhone(hotline)}
      />
    ))}
  </Card>
);

const Empty = () => (
  <Card id="regions-empty">
    <Words look="title" center>{text.empty}</Words>
    <Words center>{text.emptyBody}</Words>
  </Card>
);

/** 参保地: which have opened, and whom to ask in each. */
export default function RegionPage() {
  const isElder = usePage(text.bar);
  const { answer, ask } = useAnswer(listRegions, {});
  const body = () => {
    if (answer.state === 'waiting') return <Skeleton label={text.waiting} bars={6} />;
    if (answer.state === 'refused')
      return <RefusalView refusal={answer.refusal} remedies={{ retry: ask, home: () => startOverAt('/pages/home/home'), call: () => callPhone(everywhere.hotline) }} />;
    const provinces = byProvince(answer.answer.regions);
    return provinces.length ? provinces.map((province) => <Province key={province.name} {...province} />) : <Empty />;
  };
  return (
    <Page elder={isElder}>
      <Card>
        <Words>{text.intro}</Words>
      </Card>
      {body()}
    </Page>
  );
}
