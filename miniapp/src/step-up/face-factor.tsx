import { useTask } from '../api/use-action';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { Words } from '../components/page';
import { stepUp as text } from '../copy/step-up';
import type { FactorProps } from './factor-props';
import { FactorRefused } from './factor-refused';
import { proveFace } from './prove-face';

export function FaceFactor({ action, onDone, onOther }: FactorProps) {
  const { busy, refusal, run, clear } = useTask();
  const submit = () =>
    run(async () => {
      await proveFace(action);
      onDone();
    });
  if (refusal) return <FactorRefused refusal={refusal} onRetry={clear} />;
  return (
    <>
      <Icon name="face" size="large" />
      <Words after>{text.faceNote}</Words>
      <Words look="secondary">{text.faceOther}</Words>
      <Button id="step-up-face" label={text.face} busy={busy ? text.faceBusy : undefined} onClick={submit} />
      {onOther ? <Button id="use-pin" look="plain" label={text.usePin} onClick={onOther} /> : null}
    </>
  );
}
