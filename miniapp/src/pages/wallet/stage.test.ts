import { Refusal, type Wallet } from '@yibao/shared';
import { stageOf } from './stage';
import type { Trouble } from './use-wallet';

const known = { wallet: { state: 'not-added' } as Wallet, trouble: undefined as Trouble | undefined, refusal: undefined as Refusal | undefined, able: true };

test.each<[string, Partial<typeof known>, string]>([
  ['what the service knows', { wallet: { state: 'added' } }, 'added'],
  ['a phone without wallet', { wallet: { state: 'added' }, able: false }, 'unsupported'],
  ['a bureau without card', { wallet: { state: 'unsupported' } }, 'unsupported'],
  ['a permission that is refused only when it is used', { refusal: new Refusal('CARD_UNSUPPORTED') }, 'unsupported'],
  ['an app that refuses to add', { trouble: 'unsupported' }, 'unsupported'],
  ['a card that the phone did not take', { trouble: 'failed' }, 'failed'],
  ['a card that is not found', { wallet: { state: 'added' }, trouble: 'lost' }, 'lost'],
  ['another refusal, which has its own words', { refusal: new Refusal('OFFLINE') }, 'not-added'],
])('WAL-3 %s: %j shows %s', (_what, change, stage) => {
  expect(stageOf({ ...known, ...change })).toBe(stage);
});
