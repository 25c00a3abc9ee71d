import { CHANNEL_NAMES } from '../model/channel';
import { type Details, REFUSALS, type RefusalCode, type RefusalText, wording } from '../refusals';
import { SENT } from './refusal-schemas';

/** What fills the blanks of the sentences in the examples. */
const SAMPLE: Details = {
  platform: CHANNEL_NAMES.weapp,
  hotline: '0531-12393',
  months: 6,
  since: '2026年8月1日',
  from: '2027年2月1日',
  region: '菏泽市',
  account: '办理编号',
  seconds: 30,
  left: 4,
  until: '15:30',
};

const REQUEST_ID = 'Xk3zHgfRIAMEVcQ=';

export interface Example {
  readonly summary: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Only the facts that fill this refusal's blanks. */
const detailsOf = ({ title, remedy }: RefusalText): Details => Object.fromEntries(Object.entries(SAMPLE).filter(([name]) => `${title}${remedy}`.includes(`{${name}}`)));

const exampleOf = (code: RefusalCode): Example => {
  const details = detailsOf(REFUSALS[code]);
  const said = wording(code, details);
  const fields = code === 'REQUEST_MALFORMED' ? [{ field: 'pin', remedy: '请输入6位数字' }] : [];
  return { summary: said.title, value: { code, ...said, details, fields, requestId: REQUEST_ID } };
};

/** The number that a terminal receives, for refusals that may reach one. */
const counterCodeOf = (code: RefusalCode) => (REFUSALS[code] as RefusalText).counter;

const counterExampleOf = (code: RefusalCode): Example => {
  const { title, remedy } = wording(code, SAMPLE);
  return { summary: title, value: { code: counterCodeOf(code), success: false, message: title, remedy, requestId: REQUEST_ID } };
};

/** Every refusal once, as citizens read it and, where it may reach a counter, as terminals read it. */
export function componentExamples(): Readonly<Record<string, Example>> {
  const atCounters = SENT.filter((code) => counterCodeOf(code) !== undefined);
  return Object.fromEntries([...SENT.map((code) => [code, exampleOf(code)] as const), ...atCounters.map((code) => [`${code}.counter`, counterExampleOf(code)] as const)]);
}

export const examplesFor = (refusals: readonly RefusalCode[], reader: 'citizen' | 'counter') =>
  Object.fromEntries(refusals.map((code) => [code, { $ref: `#/components/examples/${code}${reader === 'counter' ? '.counter' : ''}` }]));
