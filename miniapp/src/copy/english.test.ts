import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BUSINESS_TYPES, CHANNEL_NAMES, type Details, ERASED_AT_CLOSING, KEPT_BY_LAW, Refusal, type RefusalCode, REFUSALS } from '@yibao/shared';
import { language } from '../state/language';
import { close } from './account';
import { BUSINESSES } from './en/businesses';
import { refusals } from './en/refusals';
import { dayText, momentText } from './moment';
import { wordsOf } from './refusals';

jest.mock('../platform/storage', () => ({ shelf: { read: async () => undefined, write: async () => undefined, remove: async () => undefined } }));

const HAN = /\p{Script=Han}/u;
const textsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []);
const blanksOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])];

beforeEach(() => language.set('en'));
afterAll(() => language.forget());

test.each(readdirSync(join(__dirname, 'en')))('%s holds English', (file) => {
  const texts = textsIn(jest.requireActual(join(__dirname, 'en', file)));
  expect(texts.filter((text) => HAN.test(text))).toEqual([]);
});

test.each(Object.entries(refusals) as [RefusalCode, { title: string; remedy: string }][])('%s is short, and asks for no fact that the service does not give', (code, { title, remedy }) => {
  const chinese = REFUSALS[code].title + REFUSALS[code].remedy;
  expect(blanksOf(title + remedy).filter((blank) => !chinese.includes(blank))).toEqual([]);
  expect(title.length).toBeLessThanOrEqual(40);
  expect(remedy.length).toBeLessThanOrEqual(160);
});

test.each<[RefusalCode, Details, string]>([
  ['PIN_LOCKED', { until: '明天09:05' }, 'It unlocks tomorrow at 09:05, or'],
  ['PIN_LOCKED', { until: '16:05' }, 'It unlocks today at 16:05, or'],
  ['UNBIND_TOO_MANY', { until: '今天16:05' }, 'Try again today at 16:05.'],
  ['INSURED_TOO_NEW', { months: 6, since: '2026-08-01', from: '2027-02-01' }, 'since 1 August 2026 and can activate from 1 February 2027'],
  ['UNBIND_OTHER_CHANNEL', { platform: CHANNEL_NAMES.alipay }, 'It was activated in Alipay.'],
  ['ID_MISMATCH', { platform: '参保地' }, 'the record of the insured region'],
])('%s tells the facts in English too', (code, details, words) => {
  expect(wordsOf(new Refusal(code, details)).remedy).toContain(words);
});

test('in Chinese a day is told as one says it', async () => {
  await language.set('zh');
  expect(wordsOf(new Refusal('INSURED_TOO_NEW', { months: 6, since: '2026-08-01', from: '2027-02-01' })).remedy).toBe('您从2026年8月1日开始参保，2027年2月1日起可以激活。');
});

test('a refusal that is meant for a counter reads like a fault of the service', () => {
  expect(wordsOf(new Refusal('CODE_USED'))).toEqual(refusals.INTERNAL);
});

test('times are told in China’s time', () => {
  expect([momentText('2026-11-22T23:05:00.000Z'), dayText('2026-12-31T16:00:00.000Z')]).toEqual(['23 November, 07:05', '1 January 2027']);
});

test('every business type, every thing kept and every thing erased has its English name', () => {
  expect(Object.keys(BUSINESSES)).toEqual(Object.keys(BUSINESS_TYPES));
  expect([...KEPT_BY_LAW.map(close.keptOf).flat(), ...ERASED_AT_CLOSING.map((told) => close.erasedAs(told))].filter((text) => HAN.test(text))).toEqual([]);
});
