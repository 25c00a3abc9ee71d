import type { Activation, ActivationStep } from '@yibao/shared';
import type { ComponentType } from 'react';
import { Page, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { Skeleton } from '../../components/skeleton';
import { Steps } from '../../components/steps';
import { momentText } from '../../copy/moment';
import { activation as text } from '../../copy/activation';
import { everywhere } from '../../copy/everywhere';
import { channel } from '../../platform/channel';
import { callPhone, startOverAt } from '../../platform/navigate';
import { usePage } from '../../state/use-page';
import { useTop } from '../../state/use-top';
import { AgreementStep } from './agreement-step';
import { AuthorisationStep } from './authorisation-step';
import { Done } from './done';
import { FaceStep } from './face-step';
import { IdentityStep } from './identity-step';
import { PhoneStep } from './phone-step';
import { PinStep } from './pin-step';
import { progressOf } from './progress';
import { RegionStep } from './region-step';
import type { StepProps } from './step-props';
import { useActivation } from './use-activation';
import './activation.scss';

const STEPS: Readonly<Record<ActivationStep, ComponentType<StepProps>>> = {
  agreement: AgreementStep,
  identity: IdentityStep,
  authorisation: AuthorisationStep,
  face: FaceStep,
  region: RegionStep,
  phone: PhoneStep,
  pin: PinStep,
};

interface WizardProps {
  readonly activation: Activation;
  readonly onDone: (next: Activation) => void;
  readonly onResume: () => void;
}

const Saved = ({ until }: { until: string }) => (
  <Words look="secondary" center after>
    {text.savedUntil(momentText(until))}
  </Words>
);

const Wizard = ({ activation, onDone, onResume }: WizardProps) => {
  const progress = progressOf(activation, channel);
  useTop(progress?.step ?? activation.status);
  if (activation.status === 'done') return <Done activation={activation} />;
  if (!progress) return null;
  const { step, at, of } = progress;
  const Step = STEPS[step];
  const underWay = activation.status === 'under-way' ? activation : undefined;
  return (
    <>
      <Steps title={text.progress(at, of, text.stepNames[step])} at={at} of={of} />
      <Step key={step} activation={underWay} onDone={onDone} onResume={onResume} />
      {underWay ? <Saved until={underWay.savedUntil} /> : null}
    </>
  );
};

/** 激活向导: one page; which steps there are is data, and where this account stands comes from the service (ACT-1, ACT-2). */
export default function ActivationPage() {
  const isElder = usePage(text.bar);
  const { answer, ask, goOn } = useActivation();
  const body = () => {
    if (answer.state === 'waiting') return <Skeleton label={text.waiting} bars={6} />;
    if (answer.state === 'answered') return <Wizard activation={answer.answer} onDone={goOn} onResume={ask} />;
    return <RefusalView refusal={answer.refusal} remedies={{ retry: ask, home: () => startOverAt('/pages/home/home'), call: () => callPhone(everywhere.hotline) }} />;
  };
  return <Page elder={isElder}>{body()}</Page>;
}
