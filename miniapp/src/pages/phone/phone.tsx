import { readPhone } from '@yibao/shared';
import { useAnswer } from '../../api/use-answer';
import { Page } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { phone as text } from '../../copy/phone';
import { usePage } from '../../state/use-page';
import { Declined } from './declined';
import { Guide } from './guide';
import { InPlace } from './in-place';

function PhoneOfHere() {
  const { answer, ask, tell } = useAnswer(readPhone, {});
  if (answer.state === 'waiting') return <Skeleton label={text.waiting} bars={5} />;
  if (answer.state === 'refused') return <Declined refusal={answer.refusal} onRetry={ask} />;
  const Room = answer.answer.channel === 'alipay' ? Guide : InPlace;
  return <Room state={answer.answer} tell={tell} />;
}

/** 修改手机号 (PHO-1, PHO-2): in place on WeChat; on Alipay, whose account carries the number, in three steps. */
export default function PhonePage() {
  const isElder = usePage(text.bar);
  return (
    <Page elder={isElder}>
      <PhoneOfHere />
    </Page>
  );
}
