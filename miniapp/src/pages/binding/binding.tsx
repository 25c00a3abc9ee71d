import { listBindings, type Unbinding } from '@yibao/shared';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Page } from '../../components/page';
import { binding as text } from '../../copy/binding';
import { usePage } from '../../state/use-page';
import { useTop } from '../../state/use-top';
import { Done } from './done';
import { type Ending, endsHere } from './ending';
import { List } from './list';
import { Unbind } from './unbind';

interface Finished {
  readonly unbinding: Unbinding;
  readonly here: boolean;
}

/** 我的绑定: where the voucher can be shown, and 解绑. */
export default function BindingPage() {
  const isElder = usePage(text.bar);
  const [ending, setEnding] = useState<Ending>();
  const [finished, setFinished] = useState<Finished>();
  const { answer, ask } = useAnswer(listBindings, {});
  useTop(finished ? 'done' : ending ? 'before' : 'list');
  const toList = () => {
    ask();
    setEnding(undefined);
    setFinished(undefined);
  };
  const body = () => {
    if (finished) return <Done {...finished} onList={toList} />;
    if (ending) return <Unbind ending={ending} onStay={toList} onDone={(unbinding) => setFinished({ unbinding, here: endsHere(ending) })} />;
    return <List answer={answer} onAsk={ask} onUnbind={setEnding} />;
  };
  return <Page elder={isElder}>{body()}</Page>;
}
