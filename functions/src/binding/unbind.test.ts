import { DAY, HOUR } from '@yibao/shared';
import { askUnbind, bindingsOf, confirmUnbind, ownBinding, twoChannels, unbound } from '../testing/bindings';
import type { Desk } from '../testing/desk';
import { activated, ALIPAY_STEPS, PIN, scan, seedOf, shownBy, signedIn, WEAPP_STEPS } from '../testing/story';
import { rowsOf, trailFlaws } from '../testing/trail-flaws';

const codeOf = async (desk: Desk, seed: Parameters<typeof shownBy>[0], sequence = 0) => (await scan(desk, shownBy(seed, desk.clock.at, sequence))).body.code;

describe('the list of bindings (UNB-3)', () => {
  test('has every channel with device, times, and what can be ended here, the asking one first', async () => {
    const { desk, alipay } = await twoChannels();
    expect(await bindingsOf(desk, alipay)).toEqual([
      { id: expect.stringMatching(/^[0-9a-f]{32}$/), channel: 'alipay', device: '····dddd', boundAt: '2026-11-22T02:00:00.000Z', usedAt: '2026-11-22T02:00:00.000Z', current: true, closable: true },
      expect.objectContaining({ channel: 'weapp', current: false, closable: false }),
    ]);
  });

  test('says when each was last used: opened, or its code accepted', async () => {
    const { desk, weapp, seeds } = await twoChannels();
    desk.wait(2 * 60_000);
    await scan(desk, shownBy(seeds.alipay, desk.clock.at));
    expect((await bindingsOf(desk, weapp)).map(({ channel, usedAt }) => [channel, usedAt])).toEqual([
      ['weapp', '2026-11-22T02:00:00.000Z'],
      ['alipay', '2026-11-22T02:02:00.000Z'],
    ]);
  });

  test('is empty for who never activated, and tells of no one else', async () => {
    const { desk } = await twoChannels();
    expect((await desk.get('/bindings', { token: await signedIn(desk, { who: 'eve' }) })).body).toEqual({ bindings: [] });
  });

  test('of who was unbound elsewhere says when, by whom and why', async () => {
    const { desk, weapp, alipay } = await twoChannels();
    const { body } = await unbound(desk, weapp, 'all');
    const again = await signedIn(desk, { channel: 'alipay' });
    expect(alipay).not.toBe(again);
    expect((await desk.get('/bindings', { token: again })).body).toEqual({
      bindings: [],
      ended: { receipt: body.receipt, closedAt: body.closedAt, by: 'holder', reason: 'new-phone', channel: 'weapp', device: '····dddd' },
    });
  });
});

describe('unbinding', () => {
  test('ends the codes of this binding anywhere, also those shown before, and leaves the others (UNB-1, UNB-3)', async () => {
    const { desk, weapp, alipay, seeds } = await twoChannels();
    const shownEarlier = shownBy(seeds.weapp, desk.clock.at, 1);
    expect(await unbound(desk, weapp)).toEqual({ status: 200, body: { receipt: expect.stringMatching(/^JB/), closedAt: '2026-11-22T02:00:00.000Z', closed: ['weapp'], left: 1 } });
    expect((await scan(desk, shownEarlier)).body.code).toBe(500160);
    expect(await codeOf(desk, seeds.weapp)).toBe(500160);
    expect(await codeOf(desk, seeds.alipay)).toBe(0);
    expect((await desk.post('/voucher/unlock', { pin: PIN }, { token: alipay })).status).toBe(200);
  });

  test('ends the sessions of the binding and none of another channel', async () => {
    const { desk, weapp, alipay } = await twoChannels();
    const tablet = await signedIn(desk, { device: 'e'.repeat(32) });
    await unbound(desk, weapp);
    expect((await Promise.all([weapp, tablet, alipay].map((token) => desk.get('/sessions', { token })))).map(({ status }) => status)).toEqual([401, 401, 200]);
  });

  test('leaves no seed, voucher, activation or phone in this channel', async () => {
    const { desk, alipay } = await twoChannels();
    await unbound(desk, alipay);
    const token = await signedIn(desk, { channel: 'alipay' });
    expect((await desk.get('/voucher', { token })).body).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
    expect((await desk.post('/voucher/seed', {}, { token })).body).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
    expect((await desk.get('/activation', { token })).body).toEqual({ status: 'none' });
    expect(rowsOf(desk).filter(({ pk, sk }) => pk.startsWith('PH#') && sk === 'LOCK').filter((row) => row['voucherId'])).toEqual([]);
  });

  test('keeps the platform’s name of the account for a day, sealed, so that this channel can be told', async () => {
    const { desk, weapp } = await twoChannels();
    await unbound(desk, weapp);
    const ended = rowsOf(desk).find(({ sk, endedAt }) => sk === 'BINDING' && endedAt !== undefined)!;
    expect(Object.keys(ended).sort()).toEqual(['channel', 'endedAt', 'openId', 'pk', 'sk', 'ttl', 'version']);
    expect(Number(ended['ttl']) * 1000).toBe(desk.clock.at.getTime() + DAY);
  });

  test('of all ends every channel at once, and the PIN with the last one', async () => {
    const { desk, weapp, seeds } = await twoChannels();
    expect((await unbound(desk, weapp, 'all')).body).toMatchObject({ closed: expect.arrayContaining(['weapp', 'alipay']), left: 0 });
    for (const seed of [seeds.weapp, seeds.alipay]) expect(await codeOf(desk, seed)).toBe(500160);
    expect(rowsOf(desk).filter((row) => row.sk === 'PIN' && row['hash'] !== undefined)).toEqual([]);
  });

  test('is told in the trail, with what was bound before and after, and why', async () => {
    const { desk, weapp } = await twoChannels();
    const { body } = await unbound(desk, weapp);
    const voucherId = (await desk.vouchers.ofPerson('999999199003070012'))!;
    expect((await desk.trail.of(voucherId)).at(-1)).toMatchObject({
      event: { type: 'binding.closed', channel: 'weapp', by: 'holder', reason: 'new-phone', closed: [expect.any(String)] },
      actor: { kind: 'citizen', channel: 'weapp' },
      reason: 'holder',
      before: { bindings: 'weapp, alipay' },
      after: { bindings: 'alipay', receipt: body.receipt },
    });
    expect(trailFlaws(desk)).toEqual([]);
  });

  test('of another account of the same channel is possible from here (UNB-2)', async () => {
    const { desk, weapp, seeds } = await twoChannels();
    const second = await signedIn(desk, { who: 'ada-second', device: 'e'.repeat(32) });
    await activated(desk, second);
    const lost = (await bindingsOf(desk, second)).find(({ channel, current }) => channel === 'weapp' && !current)!;
    expect((await unbound(desk, second, lost.id)).body).toMatchObject({ closed: ['weapp'], left: 2 });
    expect(await codeOf(desk, seeds.weapp)).toBe(500160);
    expect((await desk.get('/sessions', { token: weapp })).status).toBe(401);
    expect((await desk.get('/voucher', { token: second })).status).toBe(200);
  });

  test('from another phone with the same platform account ends the lost one (UNB-2)', async () => {
    const { desk, seeds } = await twoChannels();
    const found = await signedIn(desk, { device: 'e'.repeat(32) });
    expect((await unbound(desk, found)).status).toBe(200);
    expect(await codeOf(desk, seeds.weapp)).toBe(500160);
  });

  test('may be confirmed by face, also while the PIN is locked', async () => {
    const { desk, weapp } = await twoChannels();
    const own = await ownBinding(desk, weapp);
    const answers = [];
    for (let i = 0; i < 5; i += 1) answers.push((await desk.post('/session/step-up', { action: 'unbind', pin: '746281' }, { token: weapp })).body.code);
    expect(answers).toEqual(['PIN_WRONG', 'PIN_WRONG', 'PIN_WRONG', 'PIN_WRONG', 'PIN_LOCKED']);
    expect((await confirmUnbind(desk, weapp)).body.code).toBe('PIN_LOCKED');
    expect((await askUnbind(desk, weapp, own)).body.code).toBe('STEP_UP_REQUIRED');
    await desk.post('/session/step-up/face', { action: 'unbind' }, { token: weapp });
    await desk.post('/session/step-up/face/result', { action: 'unbind' }, { token: weapp });
    expect((await askUnbind(desk, weapp, own)).status).toBe(200);
  });
});

describe('what is refused changes nothing:', () => {
  const unchanged = async (desk: Desk, act: () => Promise<{ body: { code?: string | number } }>) => {
    const before = JSON.stringify(rowsOf(desk).filter(({ pk }) => !pk.startsWith('RL#')));
    const { body } = await act();
    expect(JSON.stringify(rowsOf(desk).filter(({ pk }) => !pk.startsWith('RL#')))).toBe(before);
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

  test('a fourth time within a day; a day after the first it is possible again', async () => {
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
    expect(await unchanged(desk, () => askUnbind(desk, last, own))).toMatchObject({ code: 'UNBIND_TOO_MANY', details: { until: '明天10:00' } });
    desk.wait(15 * HOUR);
    const tomorrow = await signedIn(desk);
    expect((await unbound(desk, tomorrow, own)).status).toBe(200);
  });
});

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
