import { contract } from '@yibao/shared';
import { CLOSED, DONE, hence, LONG_CLOSED, LONG_VOUCHER, LONG, cardOf, READY, UNLOCKED } from '../people';
import { ANY, never, refuses, refusalsOf, says, type State, statesOf } from '../state';
import { underWay } from './under-way';

const { readActivation } = contract.activation;
const { listBindings } = contract.binding;

const PAGE = 'pages/home/home';
const state = statesOf(PAGE);
const NONE = says(readActivation, { status: 'none' });
const ENDED = { receipt: 'JB202611210001', closedAt: hence(-20), reason: 'suspected-misuse' } as const;

export const home: readonly State[] = [
  state('waiting', '.skeleton', { service: never(readActivation) }),
  state('not-activated', '#activate', { service: { ...NONE, ...says(listBindings, { bindings: [] }) } }),
  state('unbound-by-holder', '#unbound', { service: { ...NONE, ...says(listBindings, { bindings: [], ended: { ...ENDED, by: 'holder', channel: 'alipay', device: '····77c2' } }) } }),
  state('unbound-by-hotline', '#unbound', { service: { ...NONE, ...says(listBindings, { bindings: [], ended: { ...ENDED, by: 'hotline' } }) } }),
  state('resting', '#resume', { service: says(readActivation, underWay('face')) }),
  state('region-closed', '#region-closed', { service: says(readActivation, underWay('region', [CLOSED])) }),
  state('long-region-closed', '#region-closed', { service: says(readActivation, underWay('region', [LONG_CLOSED])) }),
  state('activated', '#show-code', { kept: READY, service: says(readActivation, DONE) }),
  state('activated-elsewhere', '#show-code', { service: says(readActivation, DONE) }),
  state('long-names', '#show-code', { kept: { ...cardOf(LONG_VOUCHER), ...UNLOCKED }, service: says(readActivation, { ...DONE, region: LONG }) }),
  state('activated-offline', '#show-code', { kept: READY, online: false, service: refuses(readActivation, 'OFFLINE') }),
  ...refusalsOf(PAGE, { endpoint: readActivation, others: [...ANY, 'PLATFORM_CODE_REJECTED'] }),
];
