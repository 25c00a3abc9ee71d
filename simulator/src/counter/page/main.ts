import { camera } from './camera';
import { cleaned, clearDesk, scanned } from './desk';
import { byId, elementOf } from './elements';
import { acceptPictures } from './picture';
import { showWaiting, toggleIdNumber } from './result';

const input = elementOf('code', HTMLInputElement);

const count = () => {
  byId('count').textContent = `${cleaned(input.value).length} / 28`;
};

function take(way: '摄像头' | '图片'): (code: string) => void {
  return (code) => {
    scanned(code, way);
    input.focus();
  };
}

const onTrouble = (text: string) => {
  byId('note').textContent = text;
};

const lens = camera({ onCode: take('摄像头'), onTrouble });

acceptPictures({ onCode: take('图片'), onTrouble });

byId('scan-form').addEventListener('submit', (event) => {
  event.preventDefault();
  scanned(input.value, '扫码枪/输入');
  input.value = '';
  count();
  input.focus();
});
input.addEventListener('input', count);
byId('camera-button').addEventListener('click', () => lens.toggle());

const nextPerson = () => {
  lens.close();
  clearDesk();
  input.value = '';
  count();
  input.focus();
};

const KEYS: Readonly<Record<string, () => void>> = {
  F2: () => lens.toggle(),
  F4: () => byId('picture-button').click(),
  F8: toggleIdNumber,
  Escape: nextPerson,
};

/** A scan gun types wherever the focus is; its digits belong into the field. */
function ownDigits({ key, ctrlKey, altKey, metaKey, target }: KeyboardEvent): boolean {
  const isTyping = key.length === 1 && !ctrlKey && !altKey && !metaKey && key !== ' ';
  return isTyping && target !== input && !(target instanceof HTMLSelectElement);
}

document.addEventListener('keydown', (event) => {
  const act = KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  } else if (ownDigits(event)) input.focus();
});
document.addEventListener('click', (event) => {
  if (!(event.target as Element).closest('button, select, input, [tabindex]') && getSelection()?.isCollapsed) input.focus();
});

const tick = () => {
  byId('clock').textContent = new Date().toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' });
};
tick();
setInterval(tick, 1000);
showWaiting();
input.focus();
