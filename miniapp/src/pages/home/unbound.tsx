import { type EndedBinding, listBindings } from '@yibao/shared';
import { useEffect, useState } from 'react';
import { call } from '../../api/call';
import { Notice } from '../../components/notice';
import { unbound as text } from '../../copy/unbound';

/** Whoever finds no voucher here that was here is told since when and why; nothing is said while the service cannot be asked. */
export function Unbound() {
  const [ended, setEnded] = useState<EndedBinding>();
  useEffect(() => {
    void call(listBindings, {}).then((answer) => setEnded(answer.ended), () => undefined);
  }, []);
  return ended ? <Notice id="unbound" tone="warn" title={text.title} body={text.body(ended)} /> : null;
}
