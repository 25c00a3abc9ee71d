import { STEP_UP_FACTORS, type StepUpAction, type StepUpFactor } from '@yibao/shared';
import { type ComponentType, useState } from 'react';
import { Button } from '../components/button';
import { Card, Words } from '../components/page';
import { stepUp as text } from '../copy/step-up';
import { FaceFactor } from './face-factor';
import type { FactorProps } from './factor-props';
import { PinFactor } from './pin-factor';

const FACTORS: Readonly<Record<StepUpFactor, ComponentType<FactorProps>>> = { pin: PinFactor, face: FaceFactor };

interface Props {
  readonly action: StepUpAction;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Has the person confirm once more, by whichever of the action's factors they choose. */
export function StepUp({ action, onDone, onCancel }: Props) {
  const factors: readonly StepUpFactor[] = STEP_UP_FACTORS[action];
  const [chosen, setChosen] = useState(factors[0]!);
  const other = factors.find((factor) => factor !== chosen);
  const Factor = FACTORS[chosen];
  return (
    <Card id="step-up">
      <Words look="title">{text.title}</Words>
      <Words>{text.why[action]}</Words>
      <Factor action={action} onDone={onDone} onOther={other && (() => setChosen(other))} />
      <Button id="step-up-cancel" look="plain" label={text.cancel} onClick={onCancel} />
    </Card>
  );
}
