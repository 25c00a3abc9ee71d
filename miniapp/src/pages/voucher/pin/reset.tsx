import { resetPin } from '@yibao/shared';
import { call } from '../../../api/call';
import { choosePin } from '../../../copy/choose-pin';
import { ChoosePin } from './choose-pin';

/** 忘记密码: the face, then a new PIN twice; a lock ends with it. */
export default function ResetPinPage() {
  return <ChoosePin action="reset-pin" words={choosePin.reset} send={(pin) => call(resetPin, { pin })} />;
}
