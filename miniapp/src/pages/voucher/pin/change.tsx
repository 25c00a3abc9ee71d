import { changePin } from '@yibao/shared';
import { call } from '../../../api/call';
import { choosePin } from '../../../copy/choose-pin';
import { ChoosePin } from './choose-pin';

/** 修改凭证密码: the PIN of now, then a new one twice. */
export default function ChangePinPage() {
  return <ChoosePin action="change-pin" words={choosePin.change} send={(pin) => call(changePin, { pin })} />;
}
