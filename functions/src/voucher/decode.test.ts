import { HOSPITAL, hospitalToken } from '../testing/hospital';
import { activated, openCity, scan, seedOf, shownBy, signedIn } from '../testing/story';

async function holder() {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  return { desk, token, seed: await seedOf(desk, token) };
}

describe('a code at the counter', () => {
  test('is answered with the identity in the national field names (CODE-7)', async () => {
    const { desk, seed } = await holder();
    const code = shownBy(seed, desk.clock.at);
    const { status, body } = await scan(desk, code);
    expect(status).toBe(200);
    expect(body).toMatchObject({ code: 0, orgId: HOSPITAL.orgId, data: { idNo: '999999199003070012', idType: '01', userName: '张三', insuOrg: '370100', gender: '男', birthday: '1990.03.07', ecQrCode: code } });
    expect((body['data'] as { ecToken: string }).ecToken).toMatch(/^370000ec[0-9a-z]{30}$/);
  });

  test('is accepted once; the same request repeated gets the same answer (CODE-6)', async () => {
    const { desk, seed } = await holder();
    const code = shownBy(seed, desk.clock.at);
    const first = await scan(desk, code, { outBizNo: 'biz-1' });
    expect(await scan(desk, code, { outBizNo: 'biz-1' })).toEqual(first);
    expect((await scan(desk, code, { outBizNo: 'biz-2' })).body).toMatchObject({ code: 500161, success: false });
    expect((await scan(desk, code)).body.code).toBe(500161);
  });

  test('is refused once a later code was accepted', async () => {
    const { desk, seed } = await holder();
    const [earlier, later] = [shownBy(seed, desk.clock.at, 0), shownBy(seed, desk.clock.at, 1)];
    expect((await scan(desk, later)).body.code).toBe(0);
    expect((await scan(desk, earlier)).body.code).toBe(500161);
  });

  test.each([60_000, -60_000])('is accepted when the clocks differ by %i ms', async (skew) => {
    const { desk, seed } = await holder();
    expect((await scan(desk, shownBy(seed, new Date(desk.clock.at.getTime() + skew)))).body.code).toBe(0);
  });

  test.each([180_000, -180_000])('is refused when it is %i ms away, like a screenshot', async (skew) => {
    const { desk, seed } = await holder();
    expect((await scan(desk, shownBy(seed, new Date(desk.clock.at.getTime() + skew)))).body.code).toBe(500160);
  });

  test('is accepted after two days without network and refused after three (CODE-5)', async () => {
    const { desk, seed } = await holder();
    desk.wait(48 * 3600_000);
    expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(0);
    desk.wait(24 * 3600_000);
    expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(500160);
  });

  test('is accepted three times without contact, then asks for network', async () => {
    const { desk, token, seed } = await holder();
    for (const expected of [0, 0, 0, 500162]) {
      desk.wait(60_000);
      expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(expected);
    }
    await desk.post('/voucher/seed', { handle: seed.handle }, { token });
    expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(0);
  });

  test.each([
    ['another length', '42400000000017548256403700'],
    ['letters', '42400000000017548256403700ab'],
    ['a payment code', '134650123456789012'],
    ['a web address', 'https://example.cn/424'],
  ])('of %s is told to be no voucher code (500159)', async (_what, text) => {
    const { desk } = await holder();
    expect((await scan(desk, text)).body).toMatchObject({ code: 500159, success: false, message: '请使用医保电子凭证二维码' });
  });

  test('of an unknown handle gets the same answer as a wrong one', async () => {
    const { desk, seed } = await holder();
    const wrong = await scan(desk, shownBy({ ...seed, seed: '0'.repeat(64) }, desk.clock.at));
    const unknown = await scan(desk, shownBy({ ...seed, handle: '9999999999' }, desk.clock.at));
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect(wrong.body.code).toBe(500160);
  });

  test('is not asked for by guessing: after twenty bad codes the desk waits', async () => {
    const { desk, seed } = await holder();
    for (let i = 0; i < 20; i += 1) await scan(desk, shownBy({ ...seed, seed: '0'.repeat(64) }, desk.clock.at));
    expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(500105);
    desk.wait(600_000);
    expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(0);
  });

  test('is not asked for by many operators either: after two hundred bad codes the institution waits, and no other', async () => {
    const { desk, seed } = await holder();
    const bad = shownBy({ ...seed, seed: '0'.repeat(64) }, desk.clock.at);
    for (let i = 0; i < 200; i += 1) expect((await scan(desk, bad, { operatorId: `op${i}` })).body.code).toBe(500160);
    expect((await scan(desk, shownBy(seed, desk.clock.at), { operatorId: 'fresh' })).body).toMatchObject({ code: 500105 });
    desk.wait(600_000);
    expect((await scan(desk, shownBy(seed, desk.clock.at), { operatorId: 'fresh' })).body.code).toBe(0);
  });

  test('of the device before is dead as soon as another device has a seed', async () => {
    const { desk, seed } = await holder();
    const other = await signedIn(desk, { device: 'e'.repeat(32) });
    await desk.post('/voucher/unlock', { pin: '280915' }, { token: other });
    await seedOf(desk, other);
    expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(500160);
  });

  test('decodes the same through 1162, whose body is the data alone', async () => {
    const { desk, seed } = await holder();
    const body = { orgId: HOSPITAL.orgId, ecQrCode: shownBy(seed, desk.clock.at), businessType: '02121', operatorId: 'op', operatorName: '店员', officeId: '1', officeName: '药店', termId: 'T1', mdtrt_cert_type: '1' };
    expect((await desk.post('/ec/1162', body, { token: await hospitalToken(desk) })).body).toMatchObject({ code: 0, data: { userName: '张三' } });
  });
});

describe('an institution', () => {
  test.each([
    ['no token', ''],
    ['a wrong token', `${HOSPITAL.orgId}.${'w'.repeat(43)}`],
    ['an unknown code', `H00000000000.${'T'.repeat(43)}`],
    ['a citizen’s token', 'T'.repeat(43)],
    ['an assertion instead of a token', 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJIMzcwMTAwMDAwMDEifQ.AAAA'],
    ['a key of the kind there was before', `${HOSPITAL.orgId}.hospital-key-for-tests`],
  ])('with %s is answered 401 in the terminals’ own shape', async (_what, token) => {
    const { desk, seed } = await holder();
    const { status, body } = await scan(desk, shownBy(seed, desk.clock.at), { token });
    expect(status).toBe(401);
    expect(body).toMatchObject({ code: 500104, success: false });
  });

  test('cannot ask in the name of another', async () => {
    const { desk, seed } = await holder();
    expect((await scan(desk, shownBy(seed, desk.clock.at), { orgId: 'H37010000002' })).body.code).toBe(500104);
  });

  test('is told which field is missing', async () => {
    const { desk } = await holder();
    const { body } = await desk.post('/ec/query', { transType: 'ec.query', orgId: HOSPITAL.orgId, data: {} }, { token: await hospitalToken(desk) });
    expect(body).toMatchObject({ code: 500102, success: false });
    expect(body['message']).toContain('data.orgId');
  });
});
