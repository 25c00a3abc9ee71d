import { REFUSALS, type RefusalCode } from '@yibao/shared';
import { REFUSAL_BUTTONS } from './refusal-buttons';

test.each(Object.keys(REFUSALS) as RefusalCode[])('%s offers a way on, and never two that read the same', (code) => {
  const { main, second } = REFUSAL_BUTTONS[code];
  expect(main.label).toMatch(/\p{Script=Han}/u);
  expect(second?.label).not.toBe(main.label);
});
