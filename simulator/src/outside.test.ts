import { bureauAt } from '@yibao/functions/src/upstream/bureau';
import { BureauConfig } from '@yibao/functions/src/upstream/bureau-message';
import { smsAt } from '@yibao/functions/src/upstream/sms';
import { SmsConfig } from '@yibao/functions/src/upstream/sms-config';
import { DAY, MINUTE } from '@yibao/shared';
import { platformSecretFor, type SmsProvider } from './outside-keys';
import { keys, orderNo, outsideWithClients, refusalCode, type World } from './testing/real-clients';

const minutesOff = (minutes: number) => ({ now: () => new Date(world.needs.now().getTime() + minutes * MINUTE) });

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

describe('text messages', () => {
  test('arrive on the phone of their number', async () => {
    await world.sms.sendCode(world.person('ok').phone, '246810');
    expect(world.outside.inbox('ok')).toEqual([{ at: '2026-11-22T08:00:00.000Z', app: 'sms', from: '医保服务', text: expect.stringContaining('验证码246810，5分钟内有效') }]);
    expect(world.outside.inbox('retired')).toEqual([]);
    const response = await fetch(`${world.outside.url}/phone/inbox?person=ok`);
    expect(await response.json()).toEqual(world.outside.inbox('ok'));
  });

  test('arrive through either provider', async () => {
    await world.aliyunSms.sendCode(world.person('ok').phone, '135791');
    expect(world.outside.inbox('ok')).toEqual([{ at: '2026-11-22T08:00:00.000Z', app: 'sms', from: '医保服务', text: expect.stringContaining('验证码135791，5分钟内有效') }]);
  });


  test.each<[string, { provider: SmsProvider; config?: object; minutes?: number }]>([
    ['with a wrong secret', { provider: 'tencent', config: { secretKey: 'x'.repeat(32) } }],
    ['of an unknown sender', { provider: 'tencent', config: { secretId: 'somebody' } }],
    ['by a template not approved', { provider: 'tencent', config: { templateId: '1' } }],
    ['under another name', { provider: 'tencent', config: { signName: '某某' } }],
    ['signed six minutes ago', { provider: 'tencent', minutes: -6 }],
    ['with a wrong secret', { provider: 'aliyun', config: { accessKeySecret: 'x'.repeat(32) } }],
    ['of an unknown sender', { provider: 'aliyun', config: { accessKeyId: 'somebody' } }],
    ['by a template not approved', { provider: 'aliyun', config: { templateCode: 'SMS_1' } }],
    ['signed sixteen minutes ago', { provider: 'aliyun', minutes: -16 }],
  ])('%s are refused: %j', async (_how, { provider, config, minutes = 0 }) => {
    const client = smsAt(SmsConfig.parse({ ...platformSecretFor(keys, world.outside.url, provider).sms, ...config }), { ...world.needs, ...minutesOff(minutes) });
    expect(await refusalCode(client.sendCode(world.person('ok').phone, '246810'))).toBe('UPSTREAM_BUSY');
    expect(world.outside.inbox('ok')).toEqual([]);
  });

  test('through aliyun with a nonce that was used are refused', async () => {
    const client = smsAt(SmsConfig.parse(platformSecretFor(keys, world.outside.url, 'aliyun').sms), { ...world.needs, nonce: () => 'ab'.repeat(16) });
    await client.sendCode(world.person('ok').phone, '246810');
    expect(await refusalCode(client.sendCode(world.person('retired').phone, '135791'))).toBe('UPSTREAM_BUSY');
  });

  test.each(['sms', 'aliyunSms'] as const)('to one number (%s) wait half a minute and end after ten a day', async (provider) => {
    const send = () => refusalCode(world[provider].sendCode(world.person('ok').phone, '246810'));
    expect([await send(), await send()]).toEqual(['not refused', 'SMS_TOO_SOON']);
    for (let more = 0; more < 9; more += 1) {
      world.pass(MINUTE);
      expect(await send()).toBe('not refused');
    }
    world.pass(MINUTE);
    expect(await send()).toBe('SMS_TOO_MANY');
    world.pass(DAY);
    expect(await send()).toBe('not refused');
  });
});

describe('the bureau', () => {
  const records = (id: string) => world.bureau.insuredRecords(world.person(id));

  test('knows where and since when a person is insured', async () => {
    await expect(records('two-regions')).resolves.toEqual([
      { region: '370100', insutype: '310', suspended: false, insuredSince: '2018-09-01' },
      { region: '370200', insutype: '390', suspended: false, insuredSince: '2021-11-01' },
    ]);
    await expect(records('too-new')).resolves.toMatchObject([{ region: '350300', insuredSince: '2026-09-01' }]);
    await expect(records('suspended')).resolves.toMatchObject([{ suspended: true }]);
  });

  test.each([
    ['duplicate', 'RECORD_DUPLICATE'],
    ['renamed', 'ID_MISMATCH'],
  ])('%s: %s', async (id, code) => {
    expect(await refusalCode(records(id))).toBe(code);
  });

  test('knows nothing of somebody who is not synchronised, or of nobody', async () => {
    await expect(records('unsynced')).resolves.toEqual([]);
    await expect(world.bureau.insuredRecords({ name: '无名', idNumber: '999999199003071234' })).resolves.toEqual([]);
  });

  const client = (config: object, needs: object = {}) => bureauAt(BureauConfig.parse({ ...world.secret.bureau, ...config }), { ...world.needs, ...needs });

  test.each<[string, () => ReturnType<typeof client>]>([
    ['signed with another secret', () => client({ appSecret: 'x'.repeat(32) })],
    ['signed by another key', () => client({ privateKey: '128b2fa8bd433c6c068c8d803dff79792a519a55171b1b650c23661d15897263' })],
    ['of another application', () => client({ appId: 'X'.repeat(32) })],
    ['signed six minutes ago', () => client({}, minutesOff(-6))],
    ['signed six minutes ahead', () => client({}, minutesOff(6))],
    ['of another organisation', () => client({ orgCode: 'H37000000002' })],
  ])('does not take a message %s', async (_how, make) => {
    expect(await refusalCode(make().insuredRecords(world.person('ok')))).toBe('UPSTREAM_BUSY');
  });

  test('takes a message once', async () => {
    const repeating = client({}, { nonce: () => 'ab'.repeat(16) });
    await repeating.insuredRecords(world.person('ok'));
    expect(await refusalCode(repeating.insuredRecords(world.person('ok')))).toBe('UPSTREAM_BUSY');
  });

  test('does not take a message that was altered on its way', async () => {
    const altering = (input: string | URL | Request, init?: RequestInit) => fetch(input, { ...init, body: (init?.body as string).replace(/"encData":"./, '"encData":"Z') });
    expect(await refusalCode(client({}, { fetch: altering }).insuredRecords(world.person('ok')))).toBe('UPSTREAM_BUSY');
  });

  test('is not believed when it signs with another key than ours for it', async () => {
    const impostor = client({ platformPublicKey: keys.bureau.appPublicKey });
    expect(await refusalCode(impostor.insuredRecords(world.person('ok')))).toBe('UPSTREAM_BUSY');
  });
});

describe('QA-2 faults on demand', () => {
  const ok = () => world.person('ok');
  const calls: Record<string, () => Promise<unknown>> = {
    weapp: () => world.wechat.startFace(ok(), { openId: ok().openId.weapp, orderNo: orderNo() }),
    alipay: () => world.alipay.startFace(ok(), { openId: ok().openId.alipay, orderNo: orderNo() }),
    sms: () => world.sms.sendCode(ok().phone, '246810'),
    bureau: () => world.bureau.insuredRecords(ok()),
  };
  const order = (fault: object) => fetch(`${world.outside.url}/faults`, { method: 'POST', body: JSON.stringify(fault) });
  const all = Object.keys(calls).flatMap((upstream) => ['delay', 'error', 'drop', 'garbage'].map((kind) => [upstream, kind] as const));

  test.each(all)('%s, %s: UPSTREAM_BUSY, and well again afterwards', async (upstream, kind) => {
    await order({ upstream, kind, times: 1, ms: 1200 });
    expect(await refusalCode(calls[upstream]!())).toBe('UPSTREAM_BUSY');
    world.pass(MINUTE);
    expect(await refusalCode(calls[upstream]!())).toBe('not refused');
  });

  test('a dropped connection has done its work: the code is used up, the message sent', async () => {
    const { code } = await world.phone('weapp/login', 'ok');
    world.outside.faults.order({ upstream: '*', kind: 'drop', times: 2 });
    expect(await refusalCode(world.wechat.signIn(code!))).toBe('UPSTREAM_BUSY');
    expect(await refusalCode(world.wechat.signIn(code!))).toBe('UPSTREAM_BUSY');
    expect(await refusalCode(world.wechat.signIn(code!))).toBe('PLATFORM_CODE_REJECTED');
    world.outside.faults.order({ upstream: 'sms', kind: 'drop', times: 1 });
    await refusalCode(calls.sms!());
    expect(world.outside.inbox('ok')).toHaveLength(1);
  });

  test('hit only the call that was named', async () => {
    await order({ upstream: 'alipay', call: 'alipay.user.certify.open.query', kind: 'error', times: 1 });
    expect(await refusalCode(calls.alipay!())).toBe('not refused');
    expect(world.outside.faults.list()).toHaveLength(1);
  });

  test('can be listed and taken back', async () => {
    await order({ upstream: '*', kind: 'error', times: 9 });
    expect(await (await fetch(`${world.outside.url}/faults`)).json()).toEqual([{ upstream: '*', kind: 'error', times: 9 }]);
    await fetch(`${world.outside.url}/faults`, { method: 'DELETE' });
    expect(await refusalCode(calls.bureau!())).toBe('not refused');
  });

  test.each([{}, { upstream: 'weapp', kind: 'explode', times: 1 }, { upstream: 'weapp', kind: 'error', times: 0 }])('%j is not understood', async (fault) => {
    expect((await order(fault)).status).toBe(400);
  });
});

test('QA-3 a new person of a case can be made while running, and is known everywhere', async () => {
  const response = await fetch(`${world.outside.url}/phone/persons`, { method: 'POST', body: '{"case":"resident"}' });
  const { id } = (await response.json()) as { id: string };
  await expect(world.bureau.insuredRecords(world.person(id))).resolves.toMatchObject([{ region: '370200', insutype: '390' }]);
  const { code } = await world.phone('weapp/login', id);
  await expect(world.wechat.signIn(code!)).resolves.toEqual({ openId: world.person(id).openId.weapp });
});

test('a phone that nobody owns, a case and a path that do not exist are refused', async () => {
  const status = async (path: string, body: object) => (await fetch(`${world.outside.url}${path}`, { method: 'POST', body: JSON.stringify(body) })).status;
  expect(await status('/phone/weapp/login', { person: 'nobody' })).toBe(404);
  expect(await status('/phone/persons', { case: 'constructor' })).toBe(404);
  expect(await status('/wxa/unknown', {})).toBe(404);
});
