import { HOUR } from '@yibao/shared';
import { askUnbind, confirmUnbind, ownBinding, twoChannels, unbound } from '../testing/bindings';
import type { Desk } from '../testing/desk';
import { activated, PIN, signedIn, WEAPP_STEPS } from '../testing/story';
import { stateOf } from '../testing/untouched';

describe('what is refused changes nothing:', () => {
  const unchanged = async (desk: Desk, act: () => Promise<{ body: { code?: string | number } }>) => {
    const before = stateOf(desk);
    const { body } = await act();
    expect(stateOf(desk)).toEqual(before);
    return body;
  };

  test('without confirmation', async () => {
    const { desk, weapp } = await twoChannels();
    const own = await ownBinding(desk, weapp);
    expect(await unchanged(desk, () => askUnbind(desk, weapp, own))).toMatchObject({ code: 'STEP_UP_REQUIRED', details: { action: 'unbind' } });
    await desk.post('/session/step-up', { action: 'end-sessions', pin: PIN }, { token: weapp });
    expect(await unchanged(desk, () => askUnbind(desk, weapp, own))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  test('a binding of another channel alone', async () => {
    const { desk, weapp, alipay } = await twoChannels();
    const other = await ownBinding(desk, alipay);
    await confirmUnbind(desk, weapp);
    expect(await unchanged(desk, () => askUnbind(desk, weapp, other))).toMatchObject({ code: 'UNBIND_OTHER_CHANNEL', title: '请到支付宝里解绑' });
  });

  test('what is not one’s own, as if it did not exist', async () => {
    const { desk, weapp } = await twoChannels();
    const theirs = await ownBinding(desk, weapp);
    desk.world.state.person = { name: '李四', idNumber: '999999198505150034', phone: '13900005081' };
    const eve = await signedIn(desk, { who: 'eve' });
    for (const [name, step] of Object.entries(WEAPP_STEPS)) {
      await (name === 'identity' ? desk.post('/activation/identity', { name: '李四', idNumber: '999999198505150034', code: 'c' }, { token: eve }) : step(desk, eve));
    }
    await confirmUnbind(desk, eve);
    const refused = await unchanged(desk, () => askUnbind(desk, eve, theirs));
    expect(refused).toMatchObject({ code: 'BINDING_NOT_FOUND' });
    const { requestId: _one, ...none } = (await askUnbind(desk, eve, '0'.repeat(32))).body;
    const { requestId: _other, ...same } = refused as Record<string, unknown>;
    expect(none).toEqual(same);
  });

  test('by who is bound to nothing', async () => {
    const { desk, weapp } = await twoChannels();
    const theirs = await ownBinding(desk, weapp);
    const eve = await signedIn(desk, { who: 'eve' });
    for (const binding of [theirs, 'all']) expect(await unchanged(desk, () => askUnbind(desk, eve, binding))).toMatchObject({ code: 'BINDING_NOT_FOUND' });
  });

  test.each([[{ binding: 'some', reason: 'other' }], [{ reason: 'other' }], [{ binding: 'all', reason: 'because' }], [{ binding: 'all' }]])('%j', async (body) => {
    const { desk, weapp } = await twoChannels();
    await confirmUnbind(desk, weapp);
    expect(await unchanged(desk, () => desk.post('/binding/unbind', body, { token: weapp }))).toMatchObject({ code: 'REQUEST_MALFORMED' });
  });

  /** Unbound three times within ten hours, bound again, and confirmed once more. */
  const afterThree = async () => {
    const { desk, weapp } = await twoChannels();
    await unbound(desk, weapp);
    for (const [hours, minutes] of [[3, 1], [6, 2]]) {
      desk.wait(hours! * HOUR + minutes! * 60_000);
      const token = await signedIn(desk);
      await activated(desk, token);
      expect((await unbound(desk, token)).status).toBe(200);
    }
    const last = await signedIn(desk);
    await activated(desk, last);
    const own = await ownBinding(desk, last);
    await confirmUnbind(desk, last);
    return { desk, last, own };
  };

  test('a fourth time within a day; a day after the first it is possible again', async () => {
    const { desk, last, own } = await afterThree();
    expect(await unchanged(desk, () => askUnbind(desk, last, own))).toMatchObject({ code: 'UNBIND_TOO_MANY', details: { until: '明天10:00' } });
    desk.wait(15 * HOUR);
    const tomorrow = await signedIn(desk);
    expect((await unbound(desk, tomorrow, own)).status).toBe(200);
  });

  test.each(['lost-phone', 'suspected-misuse'])('but never for %s, which cannot wait (docs/adr/0022); the others wait for a day without three', async (reason) => {
    const { desk, last, own } = await afterThree();
    expect((await desk.post('/binding/unbind', { binding: own, reason }, { token: last })).status).toBe(200);
    const again = await signedIn(desk);
    await activated(desk, again);
    expect((await unbound(desk, again)).body).toMatchObject({ code: 'UNBIND_TOO_MANY', details: { until: '明天13:01' } });
  });
});
