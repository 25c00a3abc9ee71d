import { DAY } from '@yibao/shared';
import { askUnbind, bindingsOf, confirmUnbind, ownBinding, twoChannels, unbound } from '../testing/bindings';
import type { Desk } from '../testing/desk';
import { activated, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';
import { rowsOf, trailFlaws } from '../testing/trail-flaws';

const codeOf = async (desk: Desk, seed: Parameters<typeof shownBy>[0], sequence = 0) => (await scan(desk, shownBy(seed, desk.clock.at, sequence))).body.code;

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

  test('ends every code that any phone made of it, for the minutes to come, with every seed that it ever had (UNB-1, CODE-5)', async () => {
    const { desk, weapp, seeds } = await twoChannels();
    const tablet = await signedIn(desk, { device: 'e'.repeat(32) });
    await desk.post('/voucher/unlock', { pin: PIN }, { token: tablet });
    const moved = await seedOf(desk, tablet);
    await desk.post('/voucher/unlock', { pin: PIN }, { token: weapp });
    const back = await seedOf(desk, weapp);
    const made = [0, 1, 2].map((minute) => new Date(desk.clock.at.getTime() + minute * 60_000)).map((at) => ({ ended: [seeds.weapp, moved, back].map((seed) => shownBy(seed, at)), other: shownBy(seeds.alipay, at) }));
    expect((await scan(desk, shownBy(back, desk.clock.at, 1))).body.code).toBe(0);
    await unbound(desk, weapp);
    for (const [minute, { ended, other }] of made.entries()) {
      const codes = await Promise.all([...ended, other].map(async (code, at) => (await scan(desk, code, { operatorId: `op${minute}${at}` })).body.code));
      expect([minute, codes]).toEqual([minute, [500160, 500160, 500160, 0]]);
      desk.wait(60_000);
    }
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
