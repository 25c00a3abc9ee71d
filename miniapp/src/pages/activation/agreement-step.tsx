import { agree, type AgreementPurpose, AGREEMENTS, Refusal } from '@yibao/shared';
import { useState } from 'react';
import { call } from '../../api/call';
import { useTask } from '../../api/use-action';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { FullAgreement } from '../../components/full-agreement';
import { Words } from '../../components/page';
import { activation as copy } from '../../copy/activation';
import { agreement } from '../../copy/agreement';
import { phoneNow } from '../../platform/clock';
import { channel } from '../../platform/channel';
import { agreementCode } from '../../platform/identity';
import { launchThatLed } from '../../state/launch';
import { PosterScan } from './poster-scan';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';

const { agreement: text } = copy;

/** On Alipay this step also carries the authorisation to read the insured record (ACT-2). */
const TEXTS: readonly AgreementPurpose[] = channel === 'alipay' ? ['service', 'reading'] : ['service'];

async function consent() {
  const proof = await agreementCode();
  if ('cancelled' in proof) throw new Refusal('ID_CANCELLED');
  const launch = await launchThatLed(phoneNow());
  const reading = channel === 'alipay' ? { reading: AGREEMENTS.reading.version } : {};
  return call(agree, { version: AGREEMENTS.service.version, ...reading, ...(launch ? { launch } : {}), ...(proof.code ? { code: proof.code } : {}) });
}

export function AgreementStep({ onDone, onResume }: StepProps) {
  const [ticked, setTicked] = useState(false);
  const { busy, refusal, run, clear } = useTask();
  const submit = () => run(async () => onDone(await consent()));
  return (
    <StepFrame refusal={refusal} onRetry={clear} onResume={onResume}>
      {TEXTS.map((purpose) => (
        <FullAgreement key={purpose} purpose={purpose} />
      ))}
      {channel === 'alipay' ? <Words look="secondary">{text.alipayReads}</Words> : null}
      <Choice id="agree-tick" kind="checkbox" title={text.tick + agreement.named(TEXTS)} chosen={ticked} onChoose={() => setTicked(!ticked)} />
      <Button id="agree" label={ticked ? text.agree[channel] : text.tickFirst} disabled={!ticked} busy={busy ? text.busy : undefined} onClick={submit} />
      <PosterScan />
    </StepFrame>
  );
}
