import { byId, elementOf } from './elements';
import type { PictureNeeds } from './picture';
import { codeIn, pixelsOf } from './reader';

const FRAME_MS = 150;

const TROUBLES: Readonly<Record<string, string>> = {
  NotAllowedError: '浏览器没有允许使用摄像头，请在地址栏左边允许后再试。',
  NotFoundError: '没有找到摄像头，请用扫码枪、输入或图片。',
  NotReadableError: '摄像头正被别的程序占用。',
};

const troubleOf = (error: unknown) => TROUBLES[(error as Error).name] ?? '摄像头打不开，请用扫码枪、输入或图片。';

function showFinder(open: boolean): void {
  byId('finder').hidden = !open;
  byId('camera-button').setAttribute('aria-pressed', String(open));
  byId('camera-label').textContent = open ? '关闭摄像头' : '摄像头扫码';
}

/** Scanning with the computer's camera; it closes as soon as a code is read. */
export function camera({ onCode, onTrouble }: PictureNeeds): { toggle(): void; close(): void } {
  const video = elementOf('video', HTMLVideoElement);
  let stream: MediaStream | undefined;
  let timer: number | undefined;

  const close = () => {
    clearTimeout(timer);
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    showFinder(false);
  };

  const look = async () => {
    const code = video.videoWidth > 0 ? await codeIn(pixelsOf(video, video.videoWidth, video.videoHeight)) : undefined;
    if (!stream) return;
    if (code === undefined) timer = window.setTimeout(() => void look(), FRAME_MS);
    else {
      close();
      onCode(code);
    }
  };

  const open = async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
      video.srcObject = stream;
      showFinder(true);
      await video.play();
      await look();
    } catch (error) {
      close();
      onTrouble(troubleOf(error));
    }
  };

  return { close, toggle: () => (stream ? close() : void open()) };
}
