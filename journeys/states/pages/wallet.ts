import { contract } from '@yibao/shared';
import { also, type How, never, refusalsOf, says, type State, statesOf } from '../state';

const { readWallet, addCard, confirmCard } = contract.wallet;

const PAGE = 'pages/wallet/wallet';
const state = statesOf(PAGE);

const HERE: How = { only: 'weapp' };
const CARD = { channel: 'weapp', cardId: 'card', code: 'code' } as const;
const ADD: How = { ...HERE, service: says(addCard, { state: 'adding', add: { cardId: 'card', cardExt: '{}' } }), steps: ['tap add-card'] };

export const wallets: readonly State[] = [
  state('waiting', '.skeleton', { service: never(readWallet) }),
  state('not-added', '#add-card'),
  state('busy', '#add-card', { service: never(addCard), steps: ['tap add-card'] }),
  state('adding', '#wallet-adding', { service: says(readWallet, { state: 'adding' }) }),
  state('added', '#wallet-added', { ...HERE, service: says(readWallet, { state: 'added', card: CARD }) }),
  state('added-in-alipay', '#wallet-added', { only: 'alipay', service: says(readWallet, { state: 'added', card: { channel: 'alipay', partnerId: '2088', serialNumber: '1' } }) }),
  state('not-updated', '#wallet-not-updated', { service: says(readWallet, { state: 'not-updated' }) }),
  state('unsupported', '#wallet-unsupported', { service: says(readWallet, { state: 'unsupported' }) }),
  state('failed', '#wallet-failed', { ...ADD, phone: { 'weapp/card': { added: false, reason: 'system error' } }, web: false }),
  state('lost', '#wallet-lost', { ...HERE, service: says(readWallet, { state: 'added', card: CARD }), steps: ['tap open-card'], phone: { 'weapp/card/open': { opened: false } }, web: false }),
  ...refusalsOf(PAGE, { endpoint: readWallet }),
  ...refusalsOf(PAGE, { endpoint: addCard, how: { steps: ['tap add-card'] }, others: ['OFFLINE'], signs: { CARD_UNSUPPORTED: '#wallet-unsupported' }, prefix: 'add-' }),
  ...refusalsOf(PAGE, { endpoint: confirmCard, how: also(ADD, {}), others: [], signs: { VOUCHER_NOT_FOUND: '#wallet-not-updated', REGION_REQUIRED: '#wallet-not-updated', CARD_UNSUPPORTED: '#wallet-not-updated', CARD_UNKNOWN: '#wallet-not-updated' }, prefix: 'confirm-' }),
];
