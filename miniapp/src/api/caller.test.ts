import { listRegions, listUses, readActivation, Refusal, unlock } from '@yibao/shared';
import type { HttpAnswer, HttpQuestion } from '../platform/request';
import { caller } from './caller';

const refused = (status: number, body: object): HttpAnswer => ({ status, body });
const expired = refused(401, { code: 'SESSION_REQUIRED', title: '', remedy: '', details: {}, fields: [], requestId: 'r1' });

function aService(answers: HttpAnswer[]) {
  const asked: HttpQuestion[] = [];
  const dropped: string[] = [];
  const tokens = ['first', 'second', 'third'];
  const call = caller({
    request: async (question) => {
      asked.push(question);
      return answers[asked.length - 1]!;
    },
    session: {
      token: async () => tokens[dropped.length]!,
      device: async () => 'd1',
      drop: async (token) => {
        dropped.push(token);
      },
    },
  });
  return { call, asked, dropped };
}

const codeOf = (call: Promise<unknown>) => call.then(() => 'answered', (reason: unknown) => (reason as Refusal).code);

describe('Calling the service by its contract', () => {
  test('a citizen’s call carries the session, and the device that it serves on', async () => {
    const { call, asked } = aService([{ status: 200, body: { status: 'none' } }]);
    await expect(call(readActivation, {})).resolves.toEqual({ status: 'none' });
    expect(asked).toEqual([{ method: 'GET', path: '/activation', token: 'first', device: 'd1' }]);
  });

  test('a call that anyone may make asks for no session', async () => {
    const { call, asked } = aService([{ status: 200, body: { regions: [] } }]);
    await call(listRegions, {});
    expect(asked[0]).toEqual({ method: 'GET', path: '/regions' });
  });

  test('the input of a GET travels in the query', async () => {
    const { call, asked } = aService([{ status: 200, body: { uses: [], serverTime: '2026-11-22T08:00:00.000Z' } }]);
    await call(listUses, { since: '2026-11-22T08:00:00.000Z' });
    expect(asked[0]?.path).toBe('/voucher/uses?since=2026-11-22T08%3A00%3A00.000Z');
  });

  test('an expired session is renewed silently, once', async () => {
    const { call, asked, dropped } = aService([expired, { status: 200, body: { status: 'none' } }]);
    await call(readActivation, {});
    expect(dropped).toEqual(['first']);
    expect(asked.map(({ token, device }) => [token, device])).toEqual([['first', 'd1'], ['second', 'd1']]);
  });

  test('a service that keeps asking for a session is not asked a third time', async () => {
    const { call, asked } = aService([expired, expired, expired]);
    await expect(codeOf(call(readActivation, {}))).resolves.toBe('SESSION_REQUIRED');
    expect(asked).toHaveLength(2);
  });

  test('the refusal that the service threw arrives with its details, its fields and the number of the request', async () => {
    const { call } = aService([refused(403, { code: 'PIN_WRONG', details: { left: 4 }, fields: [{ field: 'pin', remedy: '请输入6位数字' }], requestId: 'r7' })]);
    await expect(call(unlock, { pin: '135790' })).rejects.toMatchObject({ code: 'PIN_WRONG', details: { left: 4, requestId: 'r7' }, fields: [{ field: 'pin' }] });
  });

  test.each([
    ['a refusal of a later version', refused(409, { code: 'FROM_THE_FUTURE' })],
    ['an answer of a gateway', refused(502, {})],
    ['no JSON at all', { status: 500, body: undefined }],
    ['an answer that breaks the contract', { status: 200, body: { status: 'unheard-of' } }],
  ])('%s is told as a fault of the service', async (_, answer) => {
    const { call } = aService([answer]);
    await expect(codeOf(call(readActivation, {}))).resolves.toBe('INTERNAL');
  });

  test('no network is passed on as it is', async () => {
    const call = caller({ request: () => Promise.reject(new Refusal('OFFLINE')), session: { token: async () => 't', device: async () => 'd1', drop: async () => undefined } });
    await expect(codeOf(call(readActivation, {}))).resolves.toBe('OFFLINE');
  });
});
