import { contract, type Unbinding } from '@yibao/shared';
import { bindingOf, hence, NOW } from '../people';
import { also, type How, never, refuses, refusalsOf, says, saysConfirmed, type State, statesOf } from '../state';

const { listBindings, unbind } = contract.binding;

const PAGE = 'pages/binding/binding';
const state = statesOf(PAGE);

const CHOSEN: How = { steps: ['tap unbind-0', 'tap reason-new-phone'] };
const SENT: How = also(CHOSEN, { steps: ['tap confirm-unbind'] });
const only = says(listBindings, { bindings: [bindingOf(0)] });
const many = says(listBindings, { bindings: Array.from({ length: 8 }, (_, at) => bindingOf(at, at % 2 === 0 ? {} : { channel: 'alipay', closable: false })) });
const ENDED = { receipt: 'JB202611210001', closedAt: hence(-20), by: 'holder', reason: 'lost-phone', channel: 'weapp', device: '····9f0a' } as const;
const UNBOUND: Unbinding = { receipt: 'JB202611220001', closedAt: NOW, closed: ['weapp'], left: 1 };

const listed: readonly State[] = [
  state('waiting', '.skeleton', { service: never(listBindings) }),
  state('none', '#no-binding', { service: says(listBindings, { bindings: [] }) }),
  state('ended', '#unbound', { service: says(listBindings, { bindings: [], ended: ENDED }) }),
  state('one', '#unbind-0', { service: only }),
  state('two', '#unbind-all'),
  state('many', '#unbind-all', { service: many }),
  ...refusalsOf(PAGE, { endpoint: listBindings }),
];

const ending: readonly State[] = [
  state('before', '#reasons', { steps: ['tap unbind-0'] }),
  state('before-last', '#reasons', { service: only, steps: ['tap unbind-0'] }),
  state('before-all', '#reasons', { steps: ['tap unbind-all'] }),
  state('reason', '#reasons', CHOSEN),
  state('busy', '#confirm-unbind', also(SENT, { service: never(unbind) })),
  state('confirm', '#step-up', also(SENT, { service: refuses(unbind, 'STEP_UP_REQUIRED') })),
  state('done', '#unbinding-done', also(SENT, { service: saysConfirmed(unbind, UNBOUND), steps: ['pin 258036'] })),
  state('done-all', '#unbinding-done', also(SENT, { service: says(unbind, { ...UNBOUND, closed: ['weapp', 'alipay', 'weapp'], left: 0 }) })),
  ...refusalsOf(PAGE, { endpoint: unbind, how: SENT, others: ['OFFLINE', 'INTERNAL'], signs: { STEP_UP_REQUIRED: '#step-up' }, prefix: 'unbind-' }),
];

const lost = statesOf('pages/binding/lost');

export const bindings: readonly State[] = [...listed, ...ending, lost('advice', '#lost-steps'), lost('offline', '#lost-steps', { online: false })];
