import { askToSubscribe as ofAlipay } from './subscribe.alipay';
import { askToSubscribe as ofWeapp } from './subscribe.weapp';

const IDS = ['a', 'b'];

type Options = { success: (answer: object) => void; fail: (reason: unknown) => void };
const answering = (answer: object) => (options: Options) => options.success(answer);
const failing = (reason: unknown) => (options: Options) => options.fail(reason);
const client = (name: 'wx' | 'my', requestSubscribeMessage?: (options: Options) => void) => Object.assign(globalThis, { [name]: { requestSubscribeMessage } });

test.each([
  [answering({ a: 'accept', b: 'reject', errMsg: 'requestSubscribeMessage:ok' }), 'allowed'],
  [answering({ a: 'acceptWithAudio', b: 'reject' }), 'allowed'],
  [answering({ a: 'reject', b: 'ban' }), 'refused'],
  [answering({ a: 'filter' }), 'refused'],
  [failing({ errCode: 20004, errMsg: 'The main switch is switched off' }), 'off'],
  [failing({ errCode: 20005 }), 'unsupported'],
  [failing({ errCode: 10002 }), 'failed'],
  [failing({ errMsg: 'can only be invoked by user TAP gesture' }), 'failed'],
  [failing(undefined), 'failed'],
  [undefined, 'unsupported'],
] as const)('WeChat %#: %s', async (answer, outcome) => {
  client('wx', answer);
  expect(await ofWeapp(IDS)).toBe(outcome);
});

test.each([
  [answering({ behavior: 'subscribe', show: true }), 'allowed'],
  [answering({ behavior: 'cancel' }), 'refused'],
  [answering({ behavior: '' }), 'refused'],
  [failing({ error: 11 }), 'failed'],
  [undefined, 'unsupported'],
] as const)('Alipay %#: %s', async (answer, outcome) => {
  client('my', answer);
  expect(await ofAlipay(IDS)).toBe(outcome);
});
