import type { BindingView, EndedBinding, listBindings, Output } from '@yibao/shared';
import { useEffect } from 'react';
import { forgetHere } from '../../api/forget-here';
import type { Answer } from '../../api/use-answer';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { Skeleton } from '../../components/skeleton';
import { binding as text } from '../../copy/binding';
import { unbound } from '../../copy/unbound';
import { everywhere } from '../../copy/everywhere';
import { callPhone, goOnTo, startOverAt } from '../../platform/navigate';
import { Bound } from './bound';
import type { Ending } from './ending';

interface ListProps {
  readonly bindings: readonly BindingView[];
  readonly onUnbind: (ending: Ending) => void;
}

const Some = ({ bindings, onUnbind }: ListProps) => (
  <>
    <Card>
      <Words>{text.intro}</Words>
    </Card>
    {bindings.map((binding, at) => (
      <Bound key={binding.id} at={at} binding={binding} onUnbind={() => onUnbind({ target: binding, bindings })} />
    ))}
    {bindings.length > 1 ? <Button id="unbind-all" look="danger" label={text.unbindAll} onClick={() => onUnbind({ target: 'all', bindings })} /> : null}
  </>
);

const activate = () => goOnTo('/pages/activation/activation');

const None = () => (
  <Notice id="no-binding" tone="info" title={text.none} body={text.noneBody}>
    <Button id="activate" label={text.activate} onClick={activate} />
  </Notice>
);

const Over = ({ ended }: { ended: EndedBinding }) => (
  <Notice id="unbound" tone="warn" title={unbound.title} body={unbound.body(ended)}>
    <Button id="activate" label={text.again} onClick={activate} />
  </Notice>
);

/** Where the holder's voucher can be shown. Where this account is bound to nothing, this phone forgets what it had. */
export function List({ answer, onAsk, onUnbind }: { answer: Answer<Output<typeof listBindings>>; onAsk: () => void; onUnbind: (ending: Ending) => void }) {
  const isUnbound = answer.state === 'answered' && answer.answer.bindings.length === 0;
  useEffect(() => {
    if (isUnbound) void forgetHere();
  }, [isUnbound]);
  if (answer.state === 'waiting') return <Skeleton label={text.waiting} bars={6} />;
  if (answer.state === 'refused')
    return <RefusalView refusal={answer.refusal} remedies={{ retry: onAsk, home: () => startOverAt('/pages/home/home'), call: () => callPhone(everywhere.hotline) }} />;
  const { bindings, ended } = answer.answer;
  if (bindings.length > 0) return <Some bindings={bindings} onUnbind={onUnbind} />;
  return ended ? <Over ended={ended} /> : <None />;
}
