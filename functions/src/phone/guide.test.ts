import { DAY } from '@yibao/shared';
import type { Desk } from '../testing/desk';
import { activated, ALIPAY_STEPS, openCity, PIN, signedIn } from '../testing/story';

const PACKET = { packet: '{"response":"x"}' };
const NONE = { account: false, unbound: false, activated: false };

async function inAlipay() {
  const desk = await openCity();
  const token = await signedIn(desk, { channel: 'alipay' });
  await activated(desk, token, { steps: ALIPAY_STEPS });
  desk.wait(60_000);
  return { desk, ...hands(desk, token) };
}

const hands = (desk: Desk, token: string) => ({
  read: () => desk.get('/phone', { token }),
  see: () => desk.post('/phone/account', PACKET, { token }),
  unbind: async () => {
    await desk.post('/session/step-up', { action: 'unbind', pin: PIN }, { token });
    expect((await desk.post('/binding/unbind', { binding: 'all', reason: 'new-number' }, { token })).status).toBe(200);
    desk.wait(60_000);
  },
  again: async () => {
    const next = await signedIn(desk, { channel: 'alipay' });
    return hands(desk, next);
  },
  activate: async () => {
    await activated(desk, token, { steps: ALIPAY_STEPS });
    desk.wait(60_000);
  },
});

/** The person changes the number in Alipay’s own settings. */
function changeInAlipay(desk: Desk, phone: string): void {
  desk.world.state.person = { ...desk.world.state.person, phone };
  desk.recording.know(desk.world.state.person);
}

describe('the three steps in Alipay (PHO-2)', () => {
  test('the number comes with the activation, and is not changed here', async () => {
    const { desk, read } = await inAlipay();
    expect((await read()).body).toEqual({ channel: 'alipay', bound: true, current: { phone: '139****5080', since: '2026-11-22T02:00:00.000Z' } });
    const token = await signedIn(desk, { channel: 'alipay' });
    expect((await desk.post('/phone/new', { phone: '13900008888' }, { token })).body).toMatchObject({ code: 'PHONE_BY_ALIPAY' });
  });

  test('none is done while Alipay has the same number', async () => {
    const { see } = await inAlipay();
    expect((await see()).body).toMatchObject({ guide: { ...NONE, from: '139****5080', to: '139****5080' } });
  });

  test('each ticks itself when it is done, whatever was left in between, and the last ends with the new number', async () => {
    const { desk, see, unbind, again } = await inAlipay();
    await see();
    changeInAlipay(desk, '13900008888');
    expect((await see()).body).toMatchObject({ guide: { ...NONE, account: true, from: '139****5080', to: '139****8888' } });
    await unbind();
    const next = await again();
    expect((await next.read()).body).toEqual({ channel: 'alipay', bound: false, guide: { account: true, unbound: true, activated: false, from: '139****5080', to: '139****8888' } });
    await next.activate();
    expect((await next.read()).body).toMatchObject({ bound: true, current: { phone: '139****8888' }, guide: { account: true, unbound: true, activated: true, from: '139****5080', to: '139****8888' } });
  });

  test('the change is in the trail with both numbers masked (PHO-3)', async () => {
    const { desk, see, unbind, again } = await inAlipay();
    await see();
    changeInAlipay(desk, '13900008888');
    await unbind();
    await (await again()).activate();
    const trail = await desk.trail.of((await desk.vouchers.ofPerson('999999199003070012'))!);
    expect(trail.at(-1)).toMatchObject({ event: { type: 'phone.changed', before: '139****5080', after: '139****8888' }, before: { phone: '139****5080' }, after: { phone: '139****8888' } });
  });

  test.each([
    ['at once', 0],
    ['three days later', 3 * DAY],
  ])('the old number is told of the change, once, and stands in the trail, although it was unbound before: %s (PHO-3)', async (_when, later) => {
    const { desk, see, unbind, again } = await inAlipay();
    await see();
    changeInAlipay(desk, '13900008888');
    await unbind();
    await desk.push();
    desk.wait(later);
    await (await again()).activate();
    for (let i = 0; i < 3; i += 1) await desk.push();
    const told = desk.world.state.told.filter((one) => one.way === 'sms' && one.what === '手机号改为139****8888');
    expect(told.map(({ to }) => to)).toEqual(['13900005080']);
    expect((await desk.trail.of((await desk.vouchers.ofPerson('999999199003070012'))!)).at(-1)).toMatchObject({ before: { phone: '139****5080' }, after: { phone: '139****8888' } });
  });

  test('who unbinds first and changes the number then comes to the same end', async () => {
    const { desk, see, unbind, again } = await inAlipay();
    await see();
    await unbind();
    const next = await again();
    expect((await next.read()).body).toMatchObject({ guide: { ...NONE, unbound: true } });
    changeInAlipay(desk, '13900008888');
    expect((await next.see()).body).toMatchObject({ guide: { account: true, unbound: true, activated: false } });
    await next.activate();
    expect((await next.read()).body).toMatchObject({ guide: { activated: true, to: '139****8888' } });
  });

  test('who activates again with the old number begins anew', async () => {
    const { desk, see, unbind, again } = await inAlipay();
    await see();
    await unbind();
    const next = await again();
    await next.activate();
    expect((await next.read()).body).toMatchObject({ guide: NONE });
    changeInAlipay(desk, '13900008888');
    expect((await next.see()).body).toMatchObject({ guide: { ...NONE, account: true, from: '139****5080', to: '139****8888' } });
  });

  test('a next change begins where the last one ended', async () => {
    const { desk, see, unbind, again } = await inAlipay();
    await see();
    changeInAlipay(desk, '13900008888');
    await see();
    await unbind();
    const next = await again();
    await next.activate();
    expect((await next.see()).body).toMatchObject({ guide: { activated: true } });
    changeInAlipay(desk, '13900009999');
    expect((await next.see()).body).toMatchObject({ guide: { ...NONE, account: true, from: '139****8888', to: '139****9999' } });
  });

  test('a packet that is not Alipay’s is refused and changes nothing', async () => {
    const { desk, see, read } = await inAlipay();
    desk.world.refuse('phoneIn', 'PHONE_PACKET_REJECTED');
    expect((await see()).body).toMatchObject({ code: 'PHONE_PACKET_REJECTED' });
    expect((await read()).body).not.toHaveProperty('guide');
  });
});
