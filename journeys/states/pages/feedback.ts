import { contract, type Ticket } from '@yibao/shared';
import { hence, NOW } from '../people';
import { also, type How, never, refusalsOf, says, type State, statesOf } from '../state';

const { listTickets, reportProblem } = contract.feedback;

const PAGE = 'pages/feedback/feedback';
const state = statesOf(PAGE);

const WAITING: Ticket = { ticket: 'JC2026112200000001', kind: 'face-photo-missing', state: 'waiting', contact: '手机号 138****5080', createdAt: hence(-3) };
const ANSWERED: Ticket = { ...WAITING, state: 'answered', answer: '已与公安机关核实，请带本人身份证和这部手机，工作日9:00—17:00到历下区政务服务大厅二楼医保窗口当面核对。'.repeat(4).slice(0, 300), answeredAt: NOW };
const CLOSED: Ticket = { ...WAITING, ticket: 'JC2026112000000007', kind: 'face-too-many', state: 'closed', answer: '已在窗口核对，可以继续激活。', answeredAt: NOW };
const FILLED: How = { steps: ['tap contact-phone', 'type contact 13800005080'] };
const SENT: How = also(FILLED, { steps: ['tap send-report'] });

export const feedbacks: readonly State[] = [
  state('waiting', '.skeleton', { service: never(listTickets) }),
  state('form', '#send-report'),
  state('filled', '#send-report', FILLED),
  state('fault', '#contact-fault', { steps: ['tap contact-phone', 'type contact 138', 'tap send-report'] }),
  state('sending', '#send-report', also(SENT, { service: never(reportProblem) })),
  state('sent', '#ticket-waiting', also(SENT, { service: says(reportProblem, WAITING) })),
  state('ticket', '#ticket-waiting', { service: says(listTickets, { tickets: [WAITING] }) }),
  state('copied', '#ticket-waiting', { service: says(listTickets, { tickets: [WAITING] }), steps: [`tap copy-${WAITING.ticket}`] }),
  state('answered', '#ticket-answer', { service: says(listTickets, { tickets: [ANSWERED, CLOSED] }) }),
  ...refusalsOf(PAGE, { endpoint: listTickets }),
  ...refusalsOf(PAGE, { endpoint: reportProblem, how: SENT, others: ['OFFLINE'], prefix: 'send-' }),
];
