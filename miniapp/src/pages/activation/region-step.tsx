import { chooseRegion } from '@yibao/shared';
import { useMemo, useState } from 'react';
import { useAction } from '../../api/use-action';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { activation as copy } from '../../copy/activation';
import { everywhere } from '../../copy/everywhere';
import { DeskChecked } from './by-hand';
import { type InsuredRegion, insuredRegions, suggestedRegion } from './insured-regions';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';
import { TellWhenOpen } from './tell-when-open';

const { region: text } = copy;

interface RowProps {
  readonly insured: InsuredRegion;
  readonly chosen: boolean;
  readonly onChoose: (code: string) => void;
}

const Row = ({ insured: { region, insurances, suspended }, chosen, onChoose }: RowProps) => (
  <Choice
    id={`region-${region.code}`}
    kind="radio"
    title={region.province === region.name ? region.name : region.province + region.name}
    note={everywhere.list(insurances.map(text.insurance))}
    tag={region.open ? undefined : text.closed}
    chosen={chosen}
    onChoose={region.open ? () => onChoose(region.code) : undefined}
  >
    {suspended ? <Words look="secondary">{text.suspended}</Words> : null}
    {region.open ? null : <TellWhenOpen code={region.code} />}
  </Choice>
);

export function RegionStep({ activation, onDone, onResume }: StepProps) {
  const regions = useMemo(() => insuredRegions(activation?.insurances ?? []), [activation]);
  const [chosen, setChosen] = useState(() => suggestedRegion(regions));
  const { busy, refusal, run, clear } = useAction(chooseRegion, onDone);
  const anyOpen = regions.some(({ region }) => region.open);
  return (
    <StepFrame refusal={refusal} onRetry={clear} onResume={onResume}>
      <DeskChecked activation={activation} />
      {anyOpen ? null : <Notice id="none-open" tone="warn" title={text.noneOpen} body={text.noneOpenBody} />}
      <Card>
        <Words>{text.found}</Words>
        {regions.map((insured) => (
          <Row key={insured.region.code} insured={insured} chosen={insured.region.code === chosen} onChoose={setChosen} />
        ))}
      </Card>
      {anyOpen ? (
        <Button id="choose-region" label={chosen ? text.choose : text.chooseFirst} disabled={!chosen} busy={busy ? text.busy : undefined} onClick={() => chosen && run({ region: chosen })} />
      ) : null}
    </StepFrame>
  );
}
