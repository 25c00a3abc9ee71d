import type { Desk } from '../testing/desk';
import { ADA } from '../testing/outside-world';
import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';
import { rowsOf, trailFlaws } from '../testing/trail-flaws';

/** Somebody who used the voucher and then unbound everything. */
async function everythingUnbound() {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  await scan(desk, shownBy(await seedOf(desk, token), desk.clock.at));
  await desk.follow();
  const voucherId = (await desk.vouchers.ofPerson(ADA.idNumber))!;
  await desk.post('/session/step-up', { action: 'unbind', pin: PIN }, { token });
  await desk.post('/binding/unbind', { binding: 'all', reason: 'not-wanted' }, { token });
  return { desk, voucherId, token: await signedIn(desk) };
}

const nameOf = (desk: Desk, voucherId: string) => rowsOf(desk).find(({ pk, sk }) => pk === `V#${voucherId}` && sk === 'VOUCHER')?.['name'];

describe('who unbound everything and has proven identity and face again (docs/adr/0014)', () => {
  test('closes the account without region, number and PIN, and name and ID number are gone', async () => {
    const { desk, token, voucherId } = await everythingUnbound();
    await activated(desk, token, { until: 'region' });
    const { status, body } = await desk.post('/account/close', {}, { token });
    expect([status, body['erased']]).toEqual([200, expect.arrayContaining(['姓名和证件号'])]);
    expect(nameOf(desk, voucherId)).toBeUndefined();
    expect(await desk.vouchers.ofPerson(ADA.idNumber)).toBeUndefined();
    expect((await desk.trail.of(voucherId)).at(-1)?.event.type).toBe('account.closed');
    expect(trailFlaws(desk)).toEqual([]);
  });

  test('also where the insured region has closed meanwhile', async () => {
    const { desk, token, voucherId } = await everythingUnbound();
    await desk.regions.change('370100', { open: false }, { by: '王科长', reason: '暂停', at: desk.clock.at });
    await activated(desk, token, { until: 'region' });
    expect((await desk.post('/account/close', {}, { token })).status).toBe(200);
    expect(nameOf(desk, voucherId)).toBeUndefined();
  });

  test('takes the copy of what is kept along', async () => {
    const { desk, token } = await everythingUnbound();
    await activated(desk, token, { until: 'region' });
    expect((await desk.get('/account/data', { token })).body).toMatchObject({ voucher: { name: ADA.name, idNumber: ADA.idNumber }, bindings: [], uses: [{ businessName: '门诊结算' }] });
  });

  test('from the account of the other channel just as well', async () => {
    const { desk, voucherId } = await everythingUnbound();
    const alipay = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, alipay, { steps: ALIPAY_STEPS, until: 'region' });
    expect((await desk.post('/account/close', {}, { token: alipay })).status).toBe(200);
    expect(nameOf(desk, voucherId)).toBeUndefined();
  });
});

describe('nobody else reaches a voucher that is left behind', () => {
  const reaches = async (desk: Desk, token: string, voucherId: string) => {
    expect((await desk.get('/account/data', { token })).body).not.toHaveProperty('voucher');
    const { body } = await desk.post('/account/close', {}, { token });
    expect(body['erased']).not.toContain('姓名和证件号');
    return nameOf(desk, voucherId) === undefined;
  };

  test.each(['agreement', 'identity', 'authorisation', 'face'])('before the face, at %s', async (until) => {
    const { desk, token, voucherId } = await everythingUnbound();
    await activated(desk, token, { until });
    expect(await reaches(desk, token, voucherId)).toBe(false);
  });

  test('a quarter of an hour after the face', async () => {
    const { desk, token, voucherId } = await everythingUnbound();
    await activated(desk, token, { until: 'region' });
    desk.wait(15 * 60_000);
    expect(await reaches(desk, token, voucherId)).toBe(false);
  });

  test('while it is bound in another channel, whose PIN is asked', async () => {
    const desk = await openCity();
    await activated(desk, await signedIn(desk));
    const voucherId = (await desk.vouchers.ofPerson(ADA.idNumber))!;
    const alipay = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, alipay, { steps: ALIPAY_STEPS, until: 'region' });
    expect(await reaches(desk, alipay, voucherId)).toBe(false);
  });
});
