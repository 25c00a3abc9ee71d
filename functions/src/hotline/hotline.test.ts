import { APPROVER, ASKER, journalOf, openBureau, tokenOf } from '../testing/bureau-desk';
import type { Answer, Desk } from '../testing/desk';
import { ADA } from '../testing/outside-world';
import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';

const CASE = 'T20261122-001';
const CHECKS = ['called-back', 'recent-use'];
const UNKNOWN = '999999199003070039';

async function city() {
  const desk = await openCity();
  const staff = await openBureau(desk);
  const holder = await signedIn(desk);
  await activated(desk, holder);
  return { desk, holder, ...staff };
}

const lookUp = (desk: Desk, token: string, idNumber = ADA.idNumber) => desk.post('/hotline/lookup', { idNumber, caseNumber: CASE, reason: 'lost-phone' }, { token });
const request = (desk: Desk, token: string, asked: object = {}) =>
  desk.post('/hotline/cases', { caseNumber: CASE, idNumber: ADA.idNumber, unbind: 'all', reason: 'lost-phone', checks: CHECKS, ...asked }, { token });
const approve = (desk: Desk, token: string, caseNumber = CASE) => desk.post('/hotline/case/approve', { caseNumber }, { token });
const reject = (desk: Desk, token: string, caseNumber = CASE) => desk.post('/hotline/case/reject', { caseNumber, reason: 'checks-insufficient' }, { token });
const trailOf = async (desk: Desk) => desk.trail.of((await desk.vouchers.ofPerson(ADA.idNumber))!);
const opens = async (desk: Desk, token: string) => (await desk.get('/voucher', { token })).status === 200;
const bindingIds = ({ body }: Answer) => (body['holder'] as { bindings: { id: string; channel: string }[] }).bindings;

describe('a look-up by exact ID number (UNB-2, ADM-5)', () => {
  test('shows the masked state, and no PIN, phone or full number', async () => {
    const { desk, holder, asker } = await city();
    await scan(desk, shownBy(await seedOf(desk, holder), desk.clock.at));
    await desk.follow();
    const { status, body } = await lookUp(desk, asker);
    expect(status).toBe(200);
    expect(body).toEqual({
      found: true,
      holder: {
        name: '张*',
        idNumber: '9****************2',
        region: '济南市',
        activatedAt: '2026-11-22T02:00:00.000Z',
        bindings: [{ id: expect.stringMatching(/^[0-9a-f]{32}$/), channel: 'weapp', boundAt: '2026-11-22T02:00:00.000Z', usedAt: '2026-11-22T02:00:00.000Z' }],
        lastUse: { at: '2026-11-22T02:00:00.000Z', institution: '济南市第一人民医院' },
      },
    });
    expect(JSON.stringify(body)).not.toContain(PIN);
  });

  test('is told in the holder’s trail and in the operator’s journal, with the case', async () => {
    const { desk, asker } = await city();
    await lookUp(desk, asker);
    expect((await trailOf(desk)).at(-1)).toMatchObject({ event: { type: 'hotline.acted', act: 'looked-up' }, actor: { kind: 'operator', id: ASKER.id }, reason: `case ${CASE}`, after: { for: 'lost-phone' } });
    const [, entry] = await desk.table.query({ pk: `OJ#${ASKER.id}`, prefix: 'EV#' });
    expect(entry).toMatchObject({ what: '/hotline/lookup', outcome: 'done', about: { caseNumber: CASE, reason: 'lost-phone' } });
  });

  test('of an unknown number is answered in the same shape: not found', async () => {
    const { desk, asker } = await city();
    expect(await lookUp(desk, asker, UNKNOWN)).toEqual({ status: 200, body: { found: false } });
    expect(await journalOf(desk, ASKER)).toContainEqual(['/hotline/lookup', 'done']);
  });

  test.each([['part of a number', { idNumber: '99999919900307' }], ['no case', { caseNumber: undefined }], ['no reason', { reason: 'curious' }]])('with %s is not made', async (_, wrong) => {
    const { desk, asker } = await city();
    const before = (await trailOf(desk)).length;
    expect((await desk.post('/hotline/lookup', { idNumber: ADA.idNumber, caseNumber: CASE, reason: 'lost-phone', ...wrong }, { token: asker })).body.code).toBe('REQUEST_MALFORMED');
    expect(await trailOf(desk)).toHaveLength(before);
  });

  test('is made thirty times an hour by one operator, a request counted among them', async () => {
    const { desk, asker, approver } = await city();
    for (let i = 0; i < 29; i += 1) await lookUp(desk, asker, UNKNOWN);
    expect((await request(desk, asker)).status).toBe(200);
    expect(await lookUp(desk, asker)).toMatchObject({ status: 429, body: { code: 'LOOKUP_TOO_MANY', details: { until: '今天11:00' } } });
    expect((await request(desk, asker, { caseNumber: 'T-0002' })).body.code).toBe('LOOKUP_TOO_MANY');
    expect((await lookUp(desk, approver)).status).toBe(200);
    expect((await journalOf(desk, ASKER)).at(-1)).toEqual(['/hotline/cases', 'LOOKUP_TOO_MANY']);
  });

  test('is made a hundred and fifty times a day', async () => {
    const { desk } = await city();
    for (let hour = 0; hour < 5; hour += 1) {
      const token = await tokenOf(desk, ASKER);
      for (let i = 0; i < 30; i += 1) expect((await lookUp(desk, token, UNKNOWN)).status).toBe(200);
      desk.wait(3_600_000);
    }
    expect((await lookUp(desk, await tokenOf(desk, ASKER), UNKNOWN)).body).toMatchObject({ code: 'LOOKUP_TOO_MANY', details: { until: '明天08:00' } });
  });
});

describe('unbinding by two operators (UNB-2)', () => {
  test('the request alone changes nothing; the approval ends every binding, and the old code is refused', async () => {
    const { desk, holder, asker, approver } = await city();
    const seed = await seedOf(desk, holder);
    expect(await request(desk, asker)).toMatchObject({ status: 200, body: { state: 'open', channels: ['weapp'], requestedBy: ASKER.id, checks: CHECKS } });
    expect(await opens(desk, holder)).toBe(true);
    expect((await desk.get('/hotline/cases', { token: approver })).body).toMatchObject({ cases: [{ caseNumber: CASE }] });
    expect((await desk.get('/hotline/case', { query: { caseNumber: CASE }, token: approver })).body).toMatchObject({ case: { state: 'open' }, holder: { name: '张*' } });
    expect(await approve(desk, approver)).toMatchObject({ status: 200, body: { state: 'approved', decidedBy: APPROVER.id, receipt: expect.stringMatching(/^JB/) } });
    expect((await desk.get('/voucher', { token: holder })).body.code).toBe('SESSION_REQUIRED');
    expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(500160);
    expect((await desk.get('/hotline/cases', { token: approver })).body).toEqual({ cases: [] });
  });

  test('is told in the trail with both operators and the case', async () => {
    const { desk, asker, approver } = await city();
    await request(desk, asker);
    await approve(desk, approver);
    const [asked, closed] = (await trailOf(desk)).slice(-2);
    expect(asked).toMatchObject({ event: { act: 'requested' }, actor: { id: ASKER.id }, after: { channels: 'weapp', checks: 'called-back, recent-use' } });
    expect(closed).toMatchObject({ event: { type: 'binding.closed', by: 'hotline' }, actor: { kind: 'operator', id: APPROVER.id }, reason: `case ${CASE}`, after: { requestedBy: ASKER.id, approvedBy: APPROVER.id } });
  });

  test('of one binding leaves the other channel (UNB-3)', async () => {
    const { desk, asker, approver } = await city();
    const alipay = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, alipay, { steps: ALIPAY_STEPS });
    const weapp = bindingIds(await lookUp(desk, asker)).find(({ channel }) => channel === 'weapp')!;
    expect((await request(desk, asker, { unbind: weapp.id })).body).toMatchObject({ channels: ['weapp'] });
    await approve(desk, approver);
    expect(await opens(desk, alipay)).toBe(true);
    expect(bindingIds(await lookUp(desk, asker)).map(({ channel }) => channel)).toEqual(['alipay']);
  });

  test('the holder may bind again at once, and an approval does not end what was bound after the request', async () => {
    const { desk, holder, asker, approver, second } = await city();
    await request(desk, asker);
    await request(desk, second, { caseNumber: 'T-0002' });
    await approve(desk, approver);
    const again = await signedIn(desk, { device: 'e'.repeat(32) });
    await activated(desk, again);
    expect(await approve(desk, approver, 'T-0002')).toMatchObject({ status: 409, body: { code: 'NOTHING_TO_UNBIND' } });
    expect([await opens(desk, holder), await opens(desk, again)]).toEqual([false, true]);
  });

  test('asked, approved and rejected a second time it is answered alike, and done once', async () => {
    const { desk, asker, approver } = await city();
    expect((await request(desk, asker)).body).toEqual((await request(desk, asker)).body);
    const first = await approve(desk, approver);
    const entries = (await trailOf(desk)).length;
    expect(await approve(desk, approver)).toEqual(first);
    expect(await trailOf(desk)).toHaveLength(entries);
  });
});

type Try = (desk: Desk, staff: Awaited<ReturnType<typeof city>>) => Promise<Answer>;

const REFUSED: readonly (readonly [string, string, Try])[] = [
  ['an approval of one’s own request', 'CASE_OWN_APPROVAL', async (desk, { second }) => (await request(desk, second, { caseNumber: 'T-0009' }), approve(desk, second, 'T-0009'))],
  ['an approval without the role', 'ROLE_MISSING', (desk, { asker }) => approve(desk, asker)],
  ['a request without the role', 'ROLE_MISSING', (desk, { approver }) => request(desk, approver, { caseNumber: 'T-0009' })],
  ['a rejection of another’s request by who may only request', 'ROLE_MISSING', async (desk, { asker, second }) => (await request(desk, second, { caseNumber: 'T-0009' }), reject(desk, asker, 'T-0009'))],
  ['an unknown case', 'CASE_UNKNOWN', (desk, { approver }) => approve(desk, approver, 'T-9999')],
  ['the number of another’s case', 'CASE_TAKEN', (desk, { second }) => request(desk, second)],
  ['another request under the same number', 'CASE_TAKEN', (desk, { asker }) => request(desk, asker, { reason: 'other' })],
  ['an approval after the rejection', 'CASE_CLOSED', async (desk, { approver, second }) => (await reject(desk, second), approve(desk, approver))],
  ['a rejection after a rejection by another', 'CASE_CLOSED', async (desk, { approver, second }) => (await reject(desk, second), reject(desk, approver))],
  ['an approval after a day', 'CASE_EXPIRED', async (desk) => (desk.wait(24 * 3_600_000), approve(desk, await tokenOf(desk, APPROVER)))],
  ['an unknown person', 'NOTHING_TO_UNBIND', (desk, { asker }) => request(desk, asker, { caseNumber: 'T-0009', idNumber: UNKNOWN })],
  ['an unknown binding', 'NOTHING_TO_UNBIND', (desk, { asker }) => request(desk, asker, { caseNumber: 'T-0009', unbind: '0'.repeat(32) })],
  ['one check alone', 'REQUEST_MALFORMED', (desk, { asker }) => request(desk, asker, { caseNumber: 'T-0009', checks: ['called-back'] })],
  ['the same check twice', 'REQUEST_MALFORMED', (desk, { asker }) => request(desk, asker, { caseNumber: 'T-0009', checks: ['called-back', 'called-back'] })],
  ['no operator', 'OPERATOR_REQUIRED', (desk) => approve(desk, 'op1002.nothing')],
];

test.each(REFUSED)('%s is refused with %s, told in the journal, and ends nothing', async (_, code, attempt) => {
  const told = await city();
  const { desk, holder, asker } = told;
  await request(desk, asker);
  const entries = (await trailOf(desk)).filter(({ event }) => event.type !== 'hotline.acted').length;
  const seed = await seedOf(desk, holder);
  const { body } = await attempt(desk, told);
  expect(body.code).toBe(code);
  const journals = await Promise.all(['op1001', 'op1002', 'op1003'].map((id) => journalOf(desk, { ...ASKER, id })));
  if (code !== 'OPERATOR_REQUIRED') expect(journals.flat().map(([, outcome]) => outcome)).toContain(code);
  expect((await trailOf(desk)).filter(({ event }) => event.type !== 'hotline.acted')).toHaveLength(entries);
  if (code !== 'CASE_EXPIRED') expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(0);
});

test('an expired case is in no list and says so', async () => {
  const { desk, asker } = await city();
  await request(desk, asker);
  desk.wait(24 * 3_600_000);
  const token = await tokenOf(desk, APPROVER);
  expect((await desk.get('/hotline/cases', { token })).body).toEqual({ cases: [] });
  expect((await desk.get('/hotline/case', { query: { caseNumber: CASE }, token })).body).toMatchObject({ case: { state: 'expired' } });
});
