import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { session as text } from '../../copy/session';
import { startOverAt } from '../../platform/navigate';
import { usePage } from '../../state/use-page';
import { Devices } from './devices';

const Left = () => (
  <Notice id="signed-out" tone="success" title={text.left} body={text.leftBody}>
    <Button id="sign-in-again" label={text.again} onClick={() => startOverAt('/pages/home/home')} />
  </Notice>
);

/** 登录的设备. After signing out nothing here asks the service any more, as that would sign in again. */
export default function SessionPage() {
  const isElder = usePage(text.bar);
  const [left, setLeft] = useState(false);
  return <Page elder={isElder}>{left ? <Left /> : <Devices onLeft={() => setLeft(true)} />}</Page>;
}
