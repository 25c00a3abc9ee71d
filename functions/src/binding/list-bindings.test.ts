import { bindingsOf, twoChannels, unbound } from '../testing/bindings';
import { scan, shownBy, signedIn } from '../testing/story';

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
