import { FACE_CONSENT } from '@yibao/shared';
import { ASKER, APPROVER, journalOf, openBureau } from '../testing/bureau-desk';
import type { Desk } from '../testing/desk';
import { ADA } from '../testing/outside-world';
import { activated, ALIPAY_STEPS, openCity, PIN, signedIn, WEAPP_STEPS } from '../testing/story';

const CONTACT = { kind: 'wechat', value: 'wxid_ada2026' };
const UNKNOWN = '999999199003070039';
const CHECKS = ['original-document', 'documents'];

/** The platform knows no photo of this person: the activation stands at the face step. */
async function stuck(channel: 'weapp' | 'alipay' = 'weapp') {
  const desk = await openCity();
  const staff = await openBureau(desk);
  const token = await signedIn(desk, { channel });
  await activated(desk, token, { steps: channel === 'weapp' ? WEAPP_STEPS : ALIPAY_STEPS, until: 'face' });
  return { desk, token, ...staff };
}

const report = (desk: Desk, token: string, asked: object = {}) => desk.post('/feedback', { kind: 'face-photo-missing', contact: CONTACT, region: '370100', ...asked }, { token });
const reported = async (desk: Desk, token: string) => String((await report(desk, token)).body['ticket']);
const complete = (desk: Desk, token: string, asked: object) => desk.post('/hotline/complete-activation', { idNumber: ADA.idNumber, checks: CHECKS, ...asked }, { token });
const stepOf = async (desk: Desk, token: string) => (await desk.get('/activation', { token })).body['step'];

describe('asking for a check by hand (ACT-6, HELP-2)', () => {
  test('gives a number to follow; the contact is shown masked', async () => {
    const { desk, token } = await stuck();
    const { status, body } = await report(desk, token);
    expect({ status, body }).toEqual({
      status: 200,
      body: { ticket: expect.stringMatching(/^JC\d{16}$/), kind: 'face-photo-missing', state: 'waiting', contact: '微信号 wx****26', createdAt: '2026-11-22T02:00:00.000Z' },
    });
    expect((await desk.get('/feedback', { token })).body).toEqual({ tickets: [body] });
  });

  test('a second time while it waits keeps the number, also for two at once; a new contact replaces the one before', async () => {
    const { desk, token, asker } = await stuck();
    const both = await Promise.all([report(desk, token), report(desk, token)]);
    const third = await report(desk, token, { contact: { kind: 'phone', value: '13800000000' } });
    expect(new Set([...both, third].map(({ body }) => body['ticket'])).size).toBe(1);
    expect((await desk.get('/feedback/open', { token: asker })).body['tickets']).toHaveLength(1);
    expect((await desk.get('/feedback/ticket', { query: { ticket: third.body['ticket'] }, token: asker })).body).toMatchObject({ contact: { kind: 'phone', value: '13800000000' } });
  });

  test('lets the activation wait a week', async () => {
    const { desk, token } = await stuck();
    await report(desk, token);
    expect((await desk.get('/activation', { token })).body['savedUntil']).toBe('2026-11-29T02:00:00.000Z');
  });

  test.each([
    ['a WeChat ID that is none', { contact: { kind: 'wechat', value: '我的微信' } }],
    ['an Alipay account that is none', { contact: { kind: 'alipay', value: 'ada' } }],
    ['a phone that is none', { contact: { kind: 'phone', value: '12345' } }],
    ['an unknown problem', { kind: 'boredom' }],
  ])('with %s says what to write', async (_, wrong) => {
    const { desk, token } = await stuck();
    expect((await report(desk, token, wrong)).body).toMatchObject({ code: 'REQUEST_MALFORMED', fields: [{ remedy: expect.stringMatching(/\p{Script=Han}/u) }] });
  });

  test('nobody sees another’s ticket', async () => {
    const { desk, token } = await stuck();
    await report(desk, token);
    expect((await desk.get('/feedback', { token: await signedIn(desk, { who: 'eve' }) })).body).toEqual({ tickets: [] });
  });
});

test('closing the account ends its tickets, with the contact', async () => {
  const { desk, token, asker } = await stuck();
  const ticket = await reported(desk, token);
  expect((await desk.post('/account/close', {}, { token })).status).toBe(200);
  expect((await desk.get('/feedback/ticket', { query: { ticket }, token: asker })).body.code).toBe('TICKET_UNKNOWN');
  expect((await desk.get('/feedback/open', { token: asker })).body).toEqual({ tickets: [] });
  expect(await desk.table.get({ pk: `FB#${ticket}`, sk: 'TICKET' })).not.toHaveProperty('contact');
  expect(await reported(desk, await signedIn(desk))).not.toBe(ticket);
});

describe('the desk answers', () => {
  test('the citizen reads it; a closed ticket leaves the list and is not answered again', async () => {
    const { desk, token, asker } = await stuck();
    const ticket = await reported(desk, token);
    expect((await desk.post('/feedback/answer', { ticket, answer: '请带身份证到窗口核对。' }, { token: asker })).body).toMatchObject({ ticket, state: 'answered' });
    expect((await desk.get('/feedback', { token })).body).toMatchObject({ tickets: [{ state: 'answered', answer: '请带身份证到窗口核对。' }] });
    await desk.post('/feedback/answer', { ticket, answer: '已经核对好了。', close: true }, { token: asker });
    expect((await desk.get('/feedback/open', { token: asker })).body).toEqual({ tickets: [] });
    expect((await desk.post('/feedback/answer', { ticket, answer: '还有一句话。' }, { token: asker })).body.code).toBe('TICKET_CLOSED');
    expect(await reported(desk, token)).not.toBe(ticket);
  });

  test.each([['/feedback/open', {}], ['/feedback/ticket', { ticket: 'JC2026112200000001' }]])('%s needs the role', async (path, query) => {
    const { desk, approver } = await stuck();
    expect((await desk.get(path, { query, token: approver })).body.code).toBe('ROLE_MISSING');
    expect(await journalOf(desk, APPROVER)).toContainEqual([path, 'ROLE_MISSING']);
  });

  test('an unknown ticket is told so', async () => {
    const { desk, asker } = await stuck();
    expect((await desk.post('/feedback/answer', { ticket: 'JC2026112299999999', answer: '您好，已经处理。' }, { token: asker })).body.code).toBe('TICKET_UNKNOWN');
  });
});

describe('the check at the desk (ACT-6, ADM-5)', () => {
  test.each(['weapp', 'alipay'] as const)('stands in for the face on %s; region and PIN stay with the citizen', async (channel) => {
    const { desk, token, asker } = await stuck(channel);
    const ticket = await reported(desk, token);
    expect(await complete(desk, asker, { ticket })).toEqual({ status: 200, body: { completedAt: '2026-11-22T02:00:00.000Z', step: 'region' } });
    expect((await desk.get('/activation', { token })).body).toMatchObject({ step: 'region', deskCheckedAt: '2026-11-22T02:00:00.000Z' });
    expect((await desk.get('/feedback', { token })).body).toMatchObject({ tickets: [{ ticket, state: 'closed', answer: expect.stringContaining('继续激活') }] });
    const rest = Object.entries(channel === 'weapp' ? WEAPP_STEPS : ALIPAY_STEPS).slice(channel === 'weapp' ? 4 : 2);
    for (const [, step] of rest) expect((await step(desk, token)).status).toBe(200);
    const [first] = await desk.trail.of((await desk.vouchers.ofPerson(ADA.idNumber))!);
    expect(first).toMatchObject({ event: { type: 'voucher.activated' }, after: { face: `desk, ${ticket}, ${ASKER.id}` } });
    expect((await desk.post('/voucher/unlock', { pin: PIN }, { token })).status).toBe(200);
  });

  test('a second time is answered alike, and done once', async () => {
    const { desk, token, asker } = await stuck();
    const ticket = await reported(desk, token);
    const first = await complete(desk, asker, { ticket });
    desk.wait(1000);
    expect(await complete(desk, asker, { ticket })).toEqual(first);
  });

  test.each([
    ['another person’s number', 'TICKET_UNKNOWN', { idNumber: UNKNOWN }],
    ['an unknown ticket', 'TICKET_UNKNOWN', { ticket: 'JC2026112299999999' }],
    ['no look at the original', 'REQUEST_MALFORMED', { checks: ['documents', 'recent-use'] }],
    ['one check alone', 'REQUEST_MALFORMED', { checks: ['original-document'] }],
  ])('with %s is refused with %s, and the step stays', async (_, code, wrong) => {
    const { desk, token, asker } = await stuck();
    const ticket = await reported(desk, token);
    expect((await complete(desk, asker, { ticket, ...wrong })).body.code).toBe(code);
    expect(await stepOf(desk, token)).toBe('face');
    expect((await journalOf(desk, ASKER)).at(-1)).toEqual(['/hotline/complete-activation', code]);
  });

  test('needs its role', async () => {
    const { desk, token, approver } = await stuck();
    expect((await complete(desk, approver, { ticket: await reported(desk, token) })).body.code).toBe('ROLE_MISSING');
  });

  test('of an activation that went on, or ended, is refused', async () => {
    const { desk, token, asker } = await stuck();
    const ticket = await reported(desk, token);
    await WEAPP_STEPS['face']!(desk, token);
    expect((await complete(desk, asker, { ticket })).body.code).toBe('FACE_NOT_WAITING');
    desk.wait(8 * 24 * 3_600_000);
    const late = await openBureau(desk);
    expect((await complete(desk, late.asker, { ticket })).body.code).toBe('FACE_NOT_WAITING');
  });

  test('beside a face that passes at the same moment, the step is passed once', async () => {
    const { desk, token, asker } = await stuck();
    const ticket = await reported(desk, token);
    await desk.post('/activation/face', { consent: FACE_CONSENT.version }, { token });
    const answers = await Promise.all([complete(desk, asker, { ticket }), desk.post('/activation/face/result', {}, { token })]);
    expect(answers.map(({ status }) => status).sort()[0]).toBe(200);
    expect(await stepOf(desk, token)).toBe('region');
  });
});
