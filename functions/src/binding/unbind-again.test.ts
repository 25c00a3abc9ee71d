import { askUnbind, bindingsOf, ownBinding, twoChannels, unbound } from '../testing/bindings';
import type { Desk } from '../testing/desk';
import { activated, ALIPAY_STEPS, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';
import { rowsOf, trailFlaws } from '../testing/trail-flaws';

const codeOf = async (desk: Desk, seed: Parameters<typeof shownBy>[0], sequence = 0) => (await scan(desk, shownBy(seed, desk.clock.at, sequence))).body.code;

describe('who lost the answer', () => {
  test('signs in and asks again, and gets the same answer without confirming', async () => {
    const { desk, weapp } = await twoChannels();
    const own = await ownBinding(desk, weapp);
    const { body } = await unbound(desk, weapp);
    expect((await askUnbind(desk, weapp, own)).status).toBe(401);
    expect((await askUnbind(desk, await signedIn(desk), own)).body).toEqual(body);
    expect(rowsOf(desk).filter(({ event }) => (event as { type?: string } | undefined)?.type === 'binding.closed')).toHaveLength(1);
  });

  test('gets it for all bindings, from each channel that was among them', async () => {
    const { desk, weapp } = await twoChannels();
    const { body } = await unbound(desk, weapp, 'all');
    for (const channel of ['weapp', 'alipay'] as const) expect((await askUnbind(desk, await signedIn(desk, { channel }), 'all')).body).toEqual(body);
  });

  test('gets it for the other account of the channel, being bound still', async () => {
    const { desk } = await twoChannels();
    const second = await signedIn(desk, { who: 'ada-second', device: 'e'.repeat(32) });
    await activated(desk, second);
    const lost = (await bindingsOf(desk, second)).find(({ channel, current }) => channel === 'weapp' && !current)!;
    const { body } = await unbound(desk, second, lost.id);
    expect((await askUnbind(desk, second, lost.id)).body).toEqual(body);
  });

  test('and was bound again since does not end the new binding by it', async () => {
    const { desk, weapp } = await twoChannels();
    const own = await ownBinding(desk, weapp);
    const { body } = await unbound(desk, weapp);
    const again = await signedIn(desk);
    await activated(desk, again);
    expect((await askUnbind(desk, again, own)).body).toEqual(body);
    expect((await askUnbind(desk, again, 'all')).body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect((await bindingsOf(desk, again)).map(({ current }) => current)).toEqual([true, false]);
  });

  test('is no one else', async () => {
    const { desk, weapp } = await twoChannels();
    const own = await ownBinding(desk, weapp);
    await unbound(desk, weapp);
    expect((await askUnbind(desk, await signedIn(desk, { who: 'eve' }), own)).body).toMatchObject({ code: 'BINDING_NOT_FOUND' });
  });
});

describe('activating again (UNB-3)', () => {
  test('is possible at once, for the same voucher, with the PIN while another channel is bound', async () => {
    const { desk, weapp, alipay } = await twoChannels();
    const before = await desk.vouchers.ofPerson('999999199003070012');
    await unbound(desk, weapp);
    const again = await signedIn(desk);
    await activated(desk, again, { until: 'pin' });
    expect((await desk.get('/activation', { token: again })).body).toMatchObject({ voucherExists: true });
    expect((await desk.post('/activation/pin', { pin: '746281' }, { token: again })).body).toMatchObject({ code: 'PIN_WRONG' });
    expect((await desk.post('/activation/pin', { pin: PIN }, { token: again })).body).toMatchObject({ status: 'done' });
    expect(await desk.vouchers.ofPerson('999999199003070012')).toBe(before);
    expect(await codeOf(desk, await seedOf(desk, again))).toBe(0);
    expect((await bindingsOf(desk, alipay)).map(({ channel }) => channel)).toEqual(['alipay', 'weapp']);
    await desk.follow();
    expect(trailFlaws(desk)).toEqual([]);
  });

  test('after the last one was unbound chooses a new PIN, for the same voucher and the region chosen now', async () => {
    const { desk, weapp } = await twoChannels();
    const before = (await desk.vouchers.ofPerson('999999199003070012'))!;
    await unbound(desk, weapp, 'all');
    desk.world.state.records = ['370100', '370200'].map((code) => ({ region: code, insutype: '310', suspended: false, insuredSince: '2015-01-01' }));
    const again = await signedIn(desk);
    await activated(desk, again, { until: 'region' });
    await desk.post('/activation/region', { region: '370200' }, { token: again });
    expect((await desk.get('/activation', { token: again })).body).toMatchObject({ voucherExists: false });
    expect((await desk.post('/activation/pin', { pin: '123456' }, { token: again })).body).toMatchObject({ code: 'PIN_WEAK' });
    expect((await desk.post('/activation/pin', { pin: '746281' }, { token: again })).body).toMatchObject({ status: 'done' });
    expect(await desk.vouchers.ofPerson('999999199003070012')).toBe(before);
    expect((await desk.post('/voucher/unlock', { pin: PIN }, { token: again })).body).toMatchObject({ code: 'PIN_WRONG' });
    expect((await desk.post('/voucher/unlock', { pin: '746281' }, { token: again })).status).toBe(200);
    expect((await desk.get('/voucher', { token: again })).body).toMatchObject({ region: { code: '370200' } });
    const alipay = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, alipay, { steps: ALIPAY_STEPS, until: 'pin' });
    expect((await desk.get('/activation', { token: alipay })).body).toMatchObject({ voucherExists: true });
    expect(trailFlaws(desk)).toEqual([]);
  });
});
