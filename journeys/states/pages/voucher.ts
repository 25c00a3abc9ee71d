import { contract } from '@yibao/shared';
import { cardOf, hence, LONG_HOSPITAL, LONG_VOUCHER, now, READY, UNLOCKED, use, VOUCHER } from '../people';
import { also, type How, never, refuses, refusalsOf, says, type State, statesOf } from '../state';

const { readVoucher, provisionSeed, unlock, listUses, choosePinPolicy } = contract.voucher;

const PAGE = 'pages/voucher/voucher';
const state = statesOf(PAGE);

const SHOWN: How = { kept: READY };
const ASKED: How = { kept: { ...cardOf({ ...VOUCHER, pinPolicy: 'always' }), display: { unlockedAt: now - 90_000, seenAt: now - 30_000, wrongTries: 0 } } };
const OUT: How = { online: false, service: { ...refuses(readVoucher, 'OFFLINE'), ...refuses(unlock, 'OFFLINE') } };
const ENTERED: How = also(ASKED, { steps: ['pin 258036'] });

export const voucher: readonly State[] = [
  state('waiting', '.skeleton', { service: never(readVoucher) }),
  state('code', '#qr', SHOWN),
  state('code-last-seconds', '#qr', { ...SHOWN, at: '2026-11-22T08:00:55.000Z' }),
  state('code-long-names', '#qr', { kept: { ...cardOf(LONG_VOUCHER), ...UNLOCKED }, service: says(readVoucher, LONG_VOUCHER) }),
  state('code-offline', '#offline', also(SHOWN, OUT)),
  state('code-refreshed', '#refresh-note', also(SHOWN, { steps: ['tap refresh'] })),
  state('code-refreshed-too-fast', '#refresh-note', also(SHOWN, { steps: ['tap refresh', 'tap refresh'] })),
  state('code-used', '#used', also(SHOWN, { service: says(listUses, { uses: [use(-0.01, '山东省立医院')], serverTime: hence(0) }), steps: ['pass 6'], web: false })),
  state('code-used-long', '#used', also(SHOWN, { service: says(listUses, { uses: [use(-0.01, LONG_HOSPITAL, '门诊慢特病登记与定点药店购药结算')], serverTime: hence(0) }), steps: ['pass 6'], web: false })),
  state('code-captured', '#captured', also(SHOWN, { steps: ['capture'], web: false })),
  state('code-help', '#help-steps', also(SHOWN, { steps: ['tap help'] })),
  state('policy-busy', '#pin-policy', also(SHOWN, { service: never(choosePinPolicy), steps: ['tap policy-never'] })),
  state('policy-pin', '#pin-dots', also(SHOWN, { service: refuses(choosePinPolicy, 'PIN_REQUIRED'), steps: ['tap policy-never'] })),
  state('policy-OFFLINE', '#refusal-OFFLINE', also(SHOWN, { service: refuses(choosePinPolicy, 'OFFLINE'), steps: ['tap policy-never'] })),
  state('pin', '#pin-dots', ASKED),
  state('pin-half', '#pin-dots', also(ASKED, { steps: ['pin 258'] })),
  state('pin-busy', '.keypad--busy', also(ENTERED, { service: never(unlock) })),
  state('pin-locked-offline', '#pin-locked', also(also(ENTERED, OUT), { kept: { display: { unlockedAt: now - 90_000, seenAt: now - 30_000, wrongTries: 5, check: '000' } } })),
  state('expired', '#voucher-expired', also({ kept: { ...cardOf(VOUCHER, { notAfter: hence(-1) }), ...UNLOCKED } }, OUT)),
  state('clock', '#voucher-clock', also({ kept: { ...cardOf(VOUCHER, { clockDoubted: true }), ...UNLOCKED } }, OUT)),
  ...refusalsOf(PAGE, { endpoint: readVoucher }),
  ...refusalsOf(PAGE, { endpoint: provisionSeed, others: [], signs: { PIN_REQUIRED: '#pin-dots' }, prefix: 'seed-' }),
  ...refusalsOf(PAGE, { endpoint: unlock, how: ENTERED, others: ['OFFLINE', 'INTERNAL'], signs: { PIN_WRONG: '#pin-wrong' }, prefix: 'unlock-' }),
];

const USES = 'pages/voucher/uses';
const uses = statesOf(USES);

export const usesOfCode: readonly State[] = [
  uses('waiting', '.skeleton', { service: never(listUses) }),
  uses('empty', '#uses-empty', { service: says(listUses, { uses: [], serverTime: hence(0) }) }),
  uses('list', '#uses-list', { kept: READY }),
  uses('many', '#uses-list', { service: says(listUses, { uses: Array.from({ length: 60 }, (_, at) => use(at * 5, at % 3 === 0 ? LONG_HOSPITAL : '山东省立医院')), serverTime: hence(0) }) }),
  ...refusalsOf(USES, { endpoint: listUses }),
];
