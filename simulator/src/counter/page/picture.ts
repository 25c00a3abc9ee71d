import { byId, elementOf } from './elements';
import { codeIn, pixelsOf } from './reader';

export interface PictureNeeds {
  readonly onCode: (code: string) => void;
  /** Tells the clerk why there is no code. */
  readonly onTrouble: (text: string) => void;
}

async function read(file: Blob, { onCode, onTrouble }: PictureNeeds): Promise<void> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  const code = bitmap && (await codeIn(pixelsOf(bitmap, bitmap.width, bitmap.height)));
  if (!bitmap) onTrouble('这个文件不是图片，请换一个。');
  else if (code === undefined) onTrouble('图片里没有找到二维码或条形码，请换一张清楚的。');
  else onCode(code);
}

const imageIn = (data: DataTransfer | null) => [...(data?.files ?? [])].find((file) => file.type.startsWith('image/')) ?? data?.files[0];

function dropping(take: (file: Blob | undefined) => void): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dragging');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) document.body.classList.remove('dragging');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('dragging');
    take(imageIn(event.dataTransfer));
  });
}

/** Pictures of a code: chosen, dropped on the window or pasted. */
export function acceptPictures(needs: PictureNeeds): void {
  const input = elementOf('picture', HTMLInputElement);
  const take = (file: Blob | undefined) => {
    if (file) void read(file, needs).catch(() => needs.onTrouble('没有读出这张图片，请换一张。'));
  };
  byId('picture-button').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    take(input.files?.[0]);
    input.value = '';
  });
  dropping(take);
  document.addEventListener('paste', (event) => {
    if (event.clipboardData?.files.length) take(imageIn(event.clipboardData));
  });
}
