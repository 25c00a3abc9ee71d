import { CLIENT_ASSERTION_TYPE, type OperatorRole } from '@yibao/shared';
import { type Desk, OPERATOR_ENDPOINT } from './desk';
import { ownBinding } from './bindings';
import { ADA } from './outside-world';
import { activated, signedIn, WEAPP_STEPS } from './story';
import { claimsAt, newSigningKey, signed, type SigningKey } from './hospital';

export interface Colleague {
  readonly id: string;
  readonly roles: readonly OperatorRole[];
  readonly key: SigningKey;
}

const colleague = (id: string, roles: readonly OperatorRole[]): Colleague => ({ id, roles, key: newSigningKey('1') });

/** Who works at the bureau's desk in tests: one asks, two may approve. */
export const ASKER = colleague('op1001', ['lookup', 'request', 'complete-activation', 'answer-tickets']);
export const APPROVER = colleague('op1002', ['lookup', 'approve']);
export const SECOND_APPROVER = colleague('op1003', ['approve', 'request']);

export const registered = async (desk: Desk, { id, roles, key }: Colleague) =>
  desk.operators.register({ id, label: '热线', roles: [...roles], keys: [key.registered] });

/** What an operator says of itself at this moment. */
export const operatorClaims = (at: Date, id: string) => ({ ...claimsAt(at, id), aud: OPERATOR_ENDPOINT });

export const askOperatorToken = (desk: Desk, assertion: string) =>
  desk.post('/operator/token', { grant_type: 'client_credentials', client_assertion_type: CLIENT_ASSERTION_TYPE, client_assertion: assertion });

/** A fresh token of a colleague. */
export async function tokenOf(desk: Desk, { id, key }: Colleague): Promise<string> {
  const { status, body } = await askOperatorToken(desk, await signed(operatorClaims(desk.clock.at, id), { key }));
  if (status !== 200) throw new Error(`${id} got no token: ${String(body.code)}`);
  return String(body['access_token']);
}

/** Everybody is registered and signed in. */
export async function openBureau(desk: Desk): Promise<{ readonly asker: string; readonly approver: string; readonly second: string }> {
  for (const one of [ASKER, APPROVER, SECOND_APPROVER]) await registered(desk, one);
  return { asker: await tokenOf(desk, ASKER), approver: await tokenOf(desk, APPROVER), second: await tokenOf(desk, SECOND_APPROVER) };
}

/** What the journal of an operator tells: what was asked and what came of it. */
export async function journalOf(desk: Desk, { id }: Colleague): Promise<readonly (readonly [string, string])[]> {
  const rows = await desk.table.query({ pk: `OJ#${id}`, prefix: 'EV#' });
  return rows.map(({ what, outcome }) => [String(what), String(outcome)] as const);
}

/** A day at the desk: a face checked by hand, tickets, a case rejected and one approved; what others bound stays. */
export async function deskStory(desk: Desk, citizen: string): Promise<void> {
  const { asker, approver } = await openBureau(desk);
  const third = await signedIn(desk, { who: 'ada-third', device: 'f'.repeat(32) });
  await activated(desk, third, { until: 'face' });
  const report = (token: string, kind: string) => desk.post('/feedback', { kind, contact: { kind: 'wechat', value: 'wxid_ada2026' }, region: '370100' }, { token });
  const { ticket } = (await report(third, 'face-photo-missing')).body;
  await desk.post('/hotline/complete-activation', { idNumber: ADA.idNumber, ticket, checks: ['original-document', 'documents'] }, { token: asker });
  for (const step of ['region', 'pin']) await WEAPP_STEPS[step]!(desk, third);
  const other = (await report(citizen, 'face-unsupported')).body['ticket'];
  await desk.post('/feedback/answer', { ticket: other, answer: '请带身份证到窗口核对。', close: false }, { token: asker });
  const asked = { idNumber: ADA.idNumber, reason: 'lost-phone', checks: ['called-back', 'documents'] };
  await desk.post('/hotline/lookup', { idNumber: ADA.idNumber, reason: 'lost-phone', caseNumber: 'T-0001' }, { token: asker });
  await desk.post('/hotline/cases', { ...asked, caseNumber: 'T-0001', unbind: 'all' }, { token: asker });
  await desk.post('/hotline/case/reject', { caseNumber: 'T-0001', reason: 'checks-insufficient' }, { token: approver });
  await desk.post('/hotline/cases', { ...asked, caseNumber: 'T-0002', unbind: await ownBinding(desk, third) }, { token: asker });
  await desk.post('/hotline/case/approve', { caseNumber: 'T-0002' }, { token: approver });
}
