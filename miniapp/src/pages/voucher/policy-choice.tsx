import { PinPolicy } from '@yibao/shared';
import { useTask } from '../../api/use-action';
import { Choice } from '../../components/choice';
import { Card, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { refusalOf } from '../../api/refusal-of';
import { voucher as text } from '../../copy/voucher';
import { changePolicy } from './enter-pin';

interface Props {
  readonly policy: PinPolicy;
  /** The service wants the PIN before it changes this. */
  readonly onPin: (policy: PinPolicy) => void;
}

/** When this voucher's PIN is asked (CODE-3). */
export function PolicyChoice({ policy, onPin }: Props) {
  const task = useTask();
  const choose = (next: PinPolicy) =>
    task.run(async () => {
      try {
        await changePolicy(next);
      } catch (reason) {
        if (refusalOf(reason).code !== 'PIN_REQUIRED') throw reason;
        onPin(next);
      }
    });
  return (
    <Card id="pin-policy">
      <Words look="strong">{text.settings}</Words>
      {task.busy ? <Words look="secondary">{text.settingsBusy}</Words> : null}
      {task.refusal ? <RefusalView refusal={task.refusal} remedies={{ retry: task.clear }} /> : null}
      {PinPolicy.options.map((option) => (
        <Choice key={option} id={`policy-${option}`} kind="radio" {...text.policies[option]} chosen={option === policy} onChoose={() => (option === policy ? undefined : choose(option))} />
      ))}
    </Card>
  );
}
