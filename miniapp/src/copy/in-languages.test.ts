import { language } from '../state/language';
import { inLanguages, type Words } from './in-languages';

jest.mock('../platform/storage', () => ({ shelf: { read: async () => undefined, write: async () => undefined, remove: async () => undefined } }));

const zh = { title: '医保码', steps: ['一', '二'], done: { at: (time: string) => `${time}办好` } } as const;
const en: Words<typeof zh> = { title: 'E-voucher', steps: ['one', 'two'], done: { at: (time) => `Done at ${time}` } };

afterEach(() => language.forget());

test('words are in Chinese until another language is chosen, and at once in that', async () => {
  const words = inLanguages({ zh, en });
  const { done } = words;
  const said = () => [words.title, words.steps[1], done.at('9:00')];
  expect(said()).toEqual(['医保码', '二', '9:00办好']);
  await language.set('en');
  expect(said()).toEqual(['E-voucher', 'two', 'Done at 9:00']);
});

test('words can be handed on as properties', async () => {
  await language.set('en');
  expect({ ...inLanguages({ zh, en }) }).toEqual({ title: 'E-voucher', steps: ['one', 'two'], done: { at: expect.any(Function) as unknown } });
});

test('what is missing in English does not compile', () => {
  // @ts-expect-error: no title
  const titleless: Words<typeof zh> = { steps: ['one', 'two'], done: { at: () => '' } };
  // @ts-expect-error: one item of two
  const shorter: Words<typeof zh> = { ...en, steps: ['one'] };
  expect([titleless, shorter]).toHaveLength(2);
});
