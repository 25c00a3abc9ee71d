import { Text, View } from '@tarojs/components';
import { finishFace, startFace } from '@yibao/shared';
import { call } from '../../api/call';
import { useTask } from '../../api/use-action';
import { Button } from '../../components/button';
import { Icon, type IconName } from '../../components/icon';
import { Card, Words } from '../../components/page';
import { zh } from '../../copy/zh';
import { verifyFace } from '../../platform/face';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';

const text = zh.activation.face;
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

/** However the platform's sheet was left, the service asks the platform for the outcome. */
async function showFace() {
  const { face } = await call(startFace, {});
  await verifyFace(face);
  return call(finishFace, {});
}

export function FaceStep({ activation, onDone, onResume }: StepProps) {
  const { busy, refusal, run, clear } = useTask();
  return (
    <StepFrame refusal={refusal} onRetry={clear} onResume={onResume}>
      <Tips holder={activation?.holder?.name} />
      <Button id="start-face" label={text.start} busy={busy ? text.busy : undefined} onClick={() => run(async () => onDone(await showFace()))} />
    </StepFrame>
  );
}
