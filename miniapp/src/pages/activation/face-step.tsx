import { Text, View } from '@tarojs/components';
import { FACE_CONSENT, finishFace, startFace } from '@yibao/shared';
import { useState } from 'react';
import { call } from '../../api/call';
import { useTask } from '../../api/use-action';
import { Button } from '../../components/button';
import { FullAgreement } from '../../components/full-agreement';
import { Icon, type IconName } from '../../components/icon';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { activation as copy } from '../../copy/activation';
import { startOverAt } from '../../platform/navigate';
import { showFace } from '../../step-up/show-face';
import { askByHand, ByHand } from './by-hand';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';

const { face: text } = copy;
const TIP_ICONS: readonly IconName[] = ['sun', 'face', 'mask'];

const Tips = ({ holder }: { holder: string | undefined }) => (
  <Card>
    {holder ? <Words look="title">{holder}</Words> : null}
    <Words>{text.why}</Words>
    {text.tips.map((tip, at) => (
      <View key={tip} className="activation__item">
        <Icon name={TIP_ICONS[at]!} size="large" />
        <Text className="activation__item-words">{tip}</Text>
      </View>
    ))}
  </Card>
);

/** The face is never the only way: whoever declines is told the other one. */
const Declined = ({ onAgain }: { onAgain: () => void }) => (
  <Notice id="face-declined" tone="warn" title={text.declined} body={text.declinedBody}>
    <Button id="face-again" label={text.again} onClick={onAgain} />
    <Button id="leave" look="second" label={text.leave} onClick={() => startOverAt('/pages/home/home')} />
  </Notice>
);

async function proveFace() {
  const { face } = await call(startFace, { consent: FACE_CONSENT.version });
  return showFace(face, () => call(finishFace, {}));
}

export function FaceStep({ activation, onDone, onResume }: StepProps) {
  const [declined, setDeclined] = useState(false);
  const { busy, refusal, run, clear } = useTask();
  if (declined) return <Declined onAgain={() => setDeclined(false)} />;
  return (
    <StepFrame refusal={refusal} onRetry={clear} onResume={onResume} onByHand={(why) => askByHand(activation, why)}>
      <ByHand activation={activation} onResume={onResume} />
      <Tips holder={activation?.holder?.name} />
      <FullAgreement purpose="face" />
      <Button id="start-face" label={text.start} busy={busy ? text.busy : undefined} onClick={() => run(async () => onDone(await proveFace()))} />
      <Button id="decline-face" look="second" label={text.decline} onClick={() => setDeclined(true)} />
    </StepFrame>
  );
}
