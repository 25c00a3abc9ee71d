import type { FaceTask } from '@yibao/shared';
import { askPhone } from './ask-phone';
import { APP_NAMES, channel } from './channel';
import { button, buttons, element, sheet } from './sheet';

const LOOK_MS = 700;

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_MS));

const show = (task: FaceTask, more: object = {}) =>
  task.channel === 'weapp' ? askPhone('weapp/face', { verifyId: task.verifyId, ...more }) : askPhone('alipay/face', { certifyId: task.certifyId, url: task.url, ...more });

/** The platform's face check. `done` tells only that the person went through with it. */
export async function face(task: FaceTask): Promise<{ done: boolean }> {
  const text = { app: `${APP_NAMES[channel]}人脸核身`, title: '请把脸移入圈内', text: '保持光线充足，正对屏幕。' };
  const done = await sheet<boolean>(text, false, (answer) => {
    const picture = element('div', { className: 'phone-face' });
    const start = button('开始', () => void look(), 'phone-primary');
    const cancel = button('取消', () => answer(false));
    const look = async () => {
      start.disabled = true;
      cancel.disabled = true;
      start.textContent = '识别中…';
      picture.className = 'phone-face phone-face--busy';
      await pause();
      await show(task);
      answer(true);
    };
    return [picture, buttons(cancel, start)];
  });
  if (!done) await show(task, { cancel: true });
  return { done };
}
