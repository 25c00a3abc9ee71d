import { REFUSALS, type RefusalCode } from '@yibao/shared';
import { labels as en } from './en/refusal-buttons';
import { REFUSAL_BUTTONS } from './refusal-buttons';
import { labels as zh } from './zh/refusal-buttons';

test.each(Object.keys(REFUSALS) as RefusalCode[])('%s offers a way on, and never two that read the same', (code) => {
  const { main, second } = REFUSAL_BUTTONS[code];
  for (const words of [zh, en]) expect(words[main.label]).not.toBe(second && words[second.label]);
});
