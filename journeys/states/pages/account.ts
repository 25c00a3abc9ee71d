import { type AccountData, contract, KEPT_BY_LAW } from '@yibao/shared';
import { DONE, hence, LONG_HOSPITAL, NOW, READY, sessionOf, use } from '../people';
import { also, type How, never, refuses, refusalsOf, says, saysConfirmed, type State, statesOf } from '../state';
import { CONSENTS } from '../usual';

const { account } = contract;

const DATA = 'pages/account/data';
const CLOSE = 'pages/account/close';
const data = statesOf(DATA);
const close = statesOf(CLOSE);

const FETCH: How = { steps: ['tap export'] };
const END: How = { steps: ['tap confirm-close'] };

const NOTHING = { tickets: [], wallets: [], unbindings: [], notices: [], openings: [], trail: [] };

const copy = (uses: number): AccountData => ({
  exportedAt: NOW,
  voucher: { voucherId: '37010020261119000001', name: '张三', idNumber: '999999199003076633', region: '370100', activatedAt: hence(-72) },
  bindings: [{ channel: 'weapp', boundAt: hence(-72), pinPolicy: 'after-15-minutes', pinAt: hence(-1), device: '····81c4' }],
  phones: [{ channel: 'weapp', phone: '13800005080', use: 'in-use', at: hence(-72) }],
  activation: DONE,
  consents: [...CONSENTS],
  uses: Array.from({ length: uses }, (_, at) => use(at, LONG_HOSPITAL)),
  settlements: [],
  sessions: [sessionOf(0)],
  ...NOTHING,
});

const CLOSED = says(account.closeAccount, { closedAt: NOW, erased: ['姓名、证件号和凭证密码', '展码密钥', '绑定和登录', '激活进度'], kept: KEPT_BY_LAW });

export const accounts: readonly State[] = [
  data('before', '#export'),
  data('busy', '#export', also(FETCH, { service: never(account.exportData) })),
  data('confirm', '#step-up', also(FETCH, { service: refuses(account.exportData, 'STEP_UP_REQUIRED') })),
  data('confirm-by-face', '#step-up-face', also(FETCH, { service: refuses(account.exportData, 'STEP_UP_REQUIRED'), steps: ['tap use-face'] })),
  data('ready', '#data-ready', also(FETCH, { service: says(account.exportData, copy(3)) })),
  data('ready-confirmed', '#data-ready', also(FETCH, { service: saysConfirmed(account.exportData, copy(3)), steps: ['pin 258036'] })),
  data('ready-big-numbers', '#data-ready', also(FETCH, { service: says(account.exportData, copy(12_345)) })),
  data('ready-nothing', '#data-ready', also(FETCH, { service: says(account.exportData, { exportedAt: NOW, bindings: [], phones: [], activation: { status: 'none' }, consents: [], uses: [], settlements: [], sessions: [], ...NOTHING }) })),
  data('copied', '#data-copied', also(FETCH, { service: says(account.exportData, copy(3)), steps: ['tap copy-data'] })),
  ...refusalsOf(DATA, { endpoint: account.exportData, how: FETCH, signs: { STEP_UP_REQUIRED: '#step-up' } }),
  close('before', '#confirm-close', { kept: READY }),
  close('busy', '#confirm-close', also(END, { service: never(account.closeAccount) })),
  close('confirm', '#step-up', also(END, { service: refuses(account.closeAccount, 'STEP_UP_REQUIRED') })),
  close('closed', '#account-closed', also(END, { service: CLOSED })),
  ...refusalsOf(CLOSE, { endpoint: account.closeAccount, how: END, signs: { STEP_UP_REQUIRED: '#step-up' } }),
];
