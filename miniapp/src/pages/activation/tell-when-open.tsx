import { awaitOpening } from '@yibao/shared';
import { useState } from 'react';
import { useAction } from '../../api/use-action';
import { Button } from '../../components/button';
import { Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { activation as copy } from '../../copy/activation';
import { useTemplates } from '../../notice/use-templates';
import { askToSubscribe, type Subscribing } from '../../platform/subscribe';

const { region: text } = copy;

/** 开通后通知我, under a region that cannot be chosen yet (ACT-5a). The platform asks first, in the same tap; without its permission the wish is kept, but nobody can be told. */
export const TellWhenOpen = ({ code }: { code: string }) => {
  const ids = useTemplates(['opening']);
  const [asked, setAsked] = useState<Subscribing>();
  const [isKept, setKept] = useState(false);
  const { busy, refusal, run, clear } = useAction(awaitOpening, () => setKept(true));
  const ask = () => {
    void (ids.length > 0 ? askToSubscribe(ids) : Promise.resolve('unsupported' as const)).then((outcome) => {
      setAsked(outcome);
      run({ region: code });
    });
  };
  if (refusal) return <RefusalView refusal={refusal} remedies={{ retry: clear }} />;
  if (isKept && asked === 'allowed') return <Words id={`notified-${code}`} look="secondary">{text.notified}</Words>;
  return (
    <>
      {isKept ? <Words id={`silent-${code}`} look="secondary">{text.notifiedSilently}</Words> : null}
      {isKept && asked === 'unsupported' ? null : <Button id={`notify-${code}`} look="second" label={text.notify} busy={busy ? text.notifyBusy : undefined} onClick={ask} />}
    </>
  );
};
