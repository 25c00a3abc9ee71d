import { rowsOf, trailFlaws } from '../testing/trail-flaws';
import type { Desk } from '../testing/desk';
import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';

const ID_NUMBER = '999999199003070012';

const confirm = (desk: Desk, token: string, action: 'export-data' | 'close-account') => desk.post('/session/step-up', { action, pin: PIN }, { token });

async function bothChannels() {
  const desk = await openCity();
  const weapp = await signedIn(desk);
  await activated(desk, weapp);
  const alipay = await signedIn(desk, { channel: 'alipay' });
  await activated(desk, alipay, { steps: ALIPAY_STEPS });
  return { desk, weapp, alipay, seeds: [await seedOf(desk, weapp), await seedOf(desk, alipay)] as const };
}

describe('the copy of one’s own data', () => {
  test('has voucher, bindings, activation, consents, uses, sessions and trail', async () => {
    const { desk, weapp, seeds } = await bothChannels();
    await scan(desk, shownBy(seeds[0], desk.clock.at));
    await desk.follow();
    await confirm(desk, weapp, 'export-data');
    const { body } = await desk.get('/account/data', { token: weapp });
    expect(body).toMatchObject({
      exportedAt: '2026-11-22T02:00:00.000Z',
      voucher: { name: '张三', idNumber: ID_NUMBER, region: '370100' },
      bindings: expect.arrayContaining([expect.objectContaining({ channel: 'weapp' }), expect.objectContaining({ channel: 'alipay' })]),
      activation: { status: 'done' },
      sessions: [{ channel: 'weapp', device: '····dddd', current: true }, { channel: 'alipay' }],
      uses: [{ institution: '济南市第一人民医院', businessName: '门诊结算' }],
    });
    expect((body['consents'] as unknown[]).length).toBe(6);
    expect((body['trail'] as { what: string; by: string }[]).map(({ what, by }) => `${what} ${by}`)).toEqual(['voucher.activated citizen', 'voucher.bound citizen']);
    expect(JSON.stringify(body)).not.toMatch(/prevHash|seed"|openId|handle/);
  });

  test('is not given before PIN or face confirmed it', async () => {
    const { desk, weapp } = await bothChannels();
    expect((await desk.get('/account/data', { token: weapp })).body).toMatchObject({ code: 'STEP_UP_REQUIRED', details: { action: 'export-data' } });
    await confirm(desk, weapp, 'close-account');
    expect((await desk.get('/account/data', { token: weapp })).status).toBe(403);
  });

  test('of an account without voucher has what there is', async () => {
    const desk = await openCity();
    const token = await signedIn(desk);
    expect((await desk.get('/account/data', { token })).body).toMatchObject({ bindings: [], activation: { status: 'none' }, consents: [], uses: [], trail: [] });
  });

  test('of one person is not given to another', async () => {
    const { desk } = await bothChannels();
    const { body } = await desk.get('/account/data', { token: await signedIn(desk, { who: 'eve' }) });
    expect(body).not.toHaveProperty('voucher');
  });
});

const closings = [
  ['POST /account/close', '/account/close', {}],
  ['withdrawing the service agreement', '/consent/withdraw', { purpose: 'service' }],
] as const;

describe.each(closings)('%s', (_what, path, body) => {
  const close = async (desk: Desk, token: string) => {
    await confirm(desk, token, 'close-account');
    return desk.post(path, body, { token });
  };

  test('is asked to be confirmed by who has a voucher, and changes nothing before', async () => {
    const { desk, weapp, seeds } = await bothChannels();
    expect((await desk.post(path, body, { token: weapp })).body).toMatchObject({ code: 'STEP_UP_REQUIRED', details: { action: 'close-account' } });
    expect((await scan(desk, shownBy(seeds[0], desk.clock.at))).body.code).toBe(0);
  });

  test('ends all other sessions', async () => {
    const { desk, weapp, alipay } = await bothChannels();
    await close(desk, weapp);
    expect((await desk.get('/sessions', { token: alipay })).status).toBe(401);
    expect((await desk.get('/sessions', { token: weapp })).status).toBe(200);
  });

  test('ends every code in every channel at once', async () => {
    const { desk, weapp, seeds } = await bothChannels();
    expect((await close(desk, weapp)).status).toBe(200);
    for (const seed of seeds) expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(500160);
  });

  test('leaves no voucher, no PIN and no activation in any channel', async () => {
    const { desk, weapp } = await bothChannels();
    await close(desk, weapp);
    for (const token of [weapp, await signedIn(desk, { channel: 'alipay' })]) {
      expect((await desk.get('/voucher', { token })).body).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
      expect((await desk.post('/voucher/unlock', { pin: PIN }, { token })).body).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
      expect((await desk.get('/activation', { token })).body).toEqual({ status: 'none' });
    }
  });

  test('forgets the person, even sealed, and keeps trail, uses and proof of consents', async () => {
    const { desk, weapp, seeds } = await bothChannels();
    await scan(desk, shownBy(seeds[0], desk.clock.at));
    await desk.follow();
    await close(desk, weapp);
    const rows = rowsOf(desk);
    const own = rows.filter(({ pk, sk }) => /^(A|V|ID)#/.test(pk) && !/^(EV|USE|CONSENT)#/.test(sk));
    const told = own.filter(({ sk }) => sk.startsWith('PHONE-WAS#'));
    expect(told.map(({ ttl }) => ttl)).toEqual([desk.clock.at.getTime() / 1000 + 86_400]);
    expect(own.filter((row) => !told.includes(row) && ['name', 'idNumber', 'phone', 'hash', 'seed'].some((secret) => row[secret]))).toEqual([]);
    for (const code of rows.filter(({ sk }) => sk === 'CODE')) expect(await desk.codes.find(code as never)).toMatchObject({ status: 'revoked', seed: '', name: '', idNumber: '' });
    expect(rows.filter(({ sk }) => sk.startsWith('USE#'))).toHaveLength(1);
    expect(rows.filter(({ sk }) => sk.startsWith('CONSENT#')).every(({ withdrawnAt, ttl }) => withdrawnAt !== undefined && ttl !== undefined)).toBe(true);
    expect(rows.filter(({ sk }) => sk.startsWith('EV#')).map(({ event }) => (event as { type: string }).type).at(-1)).toBe('account.closed');
    expect(trailFlaws(desk)).toEqual([]);
  });

  test('says what is erased and what is kept, why and for how long', async () => {
    const { desk, weapp } = await bothChannels();
    const answer = (await close(desk, weapp)).body;
    const closing = (path === '/account/close' ? answer : answer['closing']) as { erased: string[]; kept: { what: string; why: string; until: string }[] };
    expect(closing.erased).toContain('姓名和证件号');
    expect(closing.kept.map(({ what }) => what).join()).toMatch(/用码记录.*办理记录.*同意/);
  });

  test('lets the person activate again at once, with a new voucher and a trail of its own', async () => {
    const { desk, weapp } = await bothChannels();
    const before = await desk.vouchers.ofPerson(ID_NUMBER);
    await close(desk, weapp);
    await activated(desk, weapp);
    const again = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, again, { steps: ALIPAY_STEPS });
    const after = (await desk.vouchers.ofPerson(ID_NUMBER))!;
    expect(after).not.toBe(before);
    expect((await desk.vouchers.lockOf(ID_NUMBER)).former).toEqual([before]);
    expect((await desk.trail.of(after)).map(({ event }) => event.type)).toEqual(['voucher.activated', 'voucher.bound']);
    expect((await scan(desk, shownBy(await seedOf(desk, weapp), desk.clock.at))).body.code).toBe(0);
    await desk.follow();
    expect(trailFlaws(desk)).toEqual([]);
  });

  test('repeated has nothing left to close', async () => {
    const { desk, weapp } = await bothChannels();
    await close(desk, weapp);
    const rows = rowsOf(desk).length;
    expect((await desk.post(path, body, { token: weapp })).status).toBe(200);
    expect(rowsOf(desk)).toHaveLength(rows);
  });
});

test('an activation under way is forgotten with its name and number', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token, { until: 'region' });
  await desk.post('/account/close', {}, { token });
  expect(rowsOf(desk).find(({ sk }) => sk === 'ACTIVATION')).not.toHaveProperty('idNumber');
  expect((await desk.get('/activation', { token })).body).toEqual({ status: 'none' });
});

test('closing while a code is scanned and a seed is asked for ends in one of both orders, never between', async () => {
  const { desk, weapp, seeds } = await bothChannels();
  await confirm(desk, weapp, 'close-account');
  await Promise.all([desk.post('/account/close', {}, { token: weapp }), scan(desk, shownBy(seeds[0], desk.clock.at)), desk.post('/voucher/seed', {}, { token: weapp })]);
  await desk.follow();
  expect((await scan(desk, shownBy(seeds[0], desk.clock.at, 1))).body.code).toBe(500160);
  expect(rowsOf(desk).filter(({ status }) => status === 'active')).toEqual([]);
  expect(trailFlaws(desk)).toEqual([]);
});
