import { Text, View } from '@tarojs/components';
import { useTask } from '../api/use-action';
import { Button } from '../components/button';
import { FullAgreement } from '../components/full-agreement';
import { Icon } from '../components/icon';
import { Words } from '../components/page';
import { stepUp as text } from '../copy/step-up';
import type { FactorProps } from './factor-props';
import { FactorRefused } from './factor-refused';
import { agreeToFace, proveFace } from './prove-face';
import './face-factor.scss';

const Note = () => (
  <>
    <View className="step-up__face">
      <Icon name="face" size="large" />
      <Text className="step-up__words">{text.faceNote}</Text>
    </View>
    <Words look="secondary">{text.faceOther}</Words>
  </>
);

/** Who has withdrawn the consent to this reads it again, and agrees or takes another way. */
export function FaceFactor({ action, onDone, onOther }: FactorProps) {
  const { busy, refusal, run, clear } = useTask();
  const withdrawn = refusal?.code === 'FACE_CONSENT_REQUIRED';
  const prove = async () => {
    await proveFace(action);
    onDone();
  };
  const agree = async () => {
    await agreeToFace();
    await prove();
  };
  const working = busy ? text.faceBusy : undefined;
  if (refusal && !withdrawn) return <FactorRefused refusal={refusal} onRetry={clear} />;
  return (
    <>
      {withdrawn ? <FullAgreement id="face-consent" purpose="face" /> : <Note />}
      {withdrawn ? (
        <Button id="agree-step-up-face" label={text.faceAgree} busy={working} onClick={() => run(agree)} />
      ) : (
        <Button id="step-up-face" label={text.face} busy={working} onClick={() => run(prove)} />
      )}
      {onOther ? <Button id="use-pin" look="plain" label={text.usePin} onClick={onOther} /> : null}
    </>
  );
}
