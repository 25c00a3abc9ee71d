import { languageOf } from './language';

test.each([
  ['zh_CN', 'zh'],
  ['zh-Hans', 'zh'],
  ['en', 'en'],
  ['en-US', 'en'],
  ['EN_us', 'en'],
  ['bo', 'zh'],
  [undefined, 'zh'],
] as const)('a phone in %s begins in %s', (phone, language) => {
  expect(languageOf(phone)).toBe(language);
});
