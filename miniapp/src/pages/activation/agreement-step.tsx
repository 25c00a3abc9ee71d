import { Text, View } from '@tarojs/components';
import { agree, Refusal, SERVICE_AGREEMENT } from '@yibao/shared';
import { useState } from 'react';
import { call } from '../../api/call';
import { useTask } from '../../api/use-action';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { Card, Words } from '../../components/page';
import { zh } from '../../copy/zh';
import { channel } from '../../platform/channel';
import { agreementCode } from '../../platform/identity';
import { launchScene } from '../../platform/launch';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';

const text = zh.activation.agreement;

const FullText = () => (
  <>
    <View className="activation__rule" />
    <Words look="strong">{text.full}</Words>
    {SERVICE_AGREEMENT.paragraphs.map((paragraph) => (
      <Text key={paragraph} className="activation__paragraph">
        {paragraph}
      </Text>
    ))}
  </>
);

const Summary = () => (
  <Card>
    <Words look="title">{SERVICE_AGREEMENT.title}</Words>
    {SERVICE_AGREEMENT.summary.map((line) => (
      <Text key={line} className="activation__line">
        {line}
      </Text>
    ))}
    <FullText />
  </Card>
);

async function consent() {
  const proof = await agreementCode();
  if ('cancelled' in proof) throw new Refusal('ID_CANCELLED');
  const scene = launchScene();
  return call(agree, { version: SERVICE_AGREEMENT.version, ...(scene === undefined ? {} : { scene }), ...(proof.code ? { code: proof.code } : {}) });
}

export function AgreementStep({ onDone, onResume }: StepProps) {
  const [ticked, setTicked] = useState(false);
  const { busy, refusal, run, clear } = useTask();
  const submit = () => run(async () => onDone(await consent()));
  return (
    <StepFrame refusal={refusal} onRetry={clear} onResume={onResume}>
      <Summary />
      {channel === 'alipay' ? <Words look="secondary">{text.alipayReads}</Words> : null}
      <Choice id="agree-tick" kind="checkbox" title={`${text.tick}《${SERVICE_AGREEMENT.title}》`} chosen={ticked} onChoose={() => setTicked(!ticked)} />
      <Button id="agree" label={ticked ? text.agree[channel] : text.tickFirst} disabled={!ticked} busy={busy ? text.busy : undefined} onClick={submit} />
    </StepFrame>
  );
}
