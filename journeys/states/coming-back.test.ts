import { type Platform } from '../host/platform';
import { walk } from '../host/view/node';
import { cardOf, hence, READY, UNLOCKED, VOUCHER } from './people';
import { putOn } from './stage/put-on';
import { type State, statesOf } from './state';

const state = statesOf('pages/voucher/voucher');

const CUT_OFF: readonly State[] = [
  state('expired', '#voucher-expired', { kept: { ...cardOf(VOUCHER, { notAfter: hence(-1) }), ...UNLOCKED }, online: false }),
  state('clock', '#voucher-clock', { kept: { ...cardOf(VOUCHER, { clockDoubted: true }), ...UNLOCKED }, online: false }),
];

const platforms: Platform[] = ['weapp', 'alipay'];

describe.each(platforms)('%s', (platform) => {
  test.each(CUT_OFF)('where the code cannot be shown ($name), it comes by itself as soon as there is a network, as the page says (CODE-5)', async (cut) => {
    const program = await putOn(platform, cut);
    expect(program.page.exists('#qr')).toBe(false);
    await program.host.network(true);
    expect([program.page.exists('#qr'), program.page.exists(cut.sign)]).toEqual([true, false]);
    await program.close();
  });

  test('a network that comes back and brings nothing leaves the page as it is, with a button to try again', async () => {
    const [expired] = CUT_OFF;
    const program = await putOn(platform, { ...expired!, service: { 'POST /voucher/seed': 'unreachable', 'GET /voucher': 'unreachable' } });
    await program.host.network(true);
    expect([program.page.exists('#voucher-expired'), program.page.exists('#retry')]).toEqual([true, true]);
    await program.close();
  });

  test('the code stands first on the page, also while there is no network: it does not move under the scanner', async () => {
    const program = await putOn(platform, state('code-offline', '#offline', { kept: READY, online: false }));
    const [, ...within] = walk(program.page.find('.page'));
    const order = ['code-card', 'qr', 'bar', 'offline'].map((id) => within.findIndex((node) => node.id === id));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBe(0);
    await program.close();
  });
});
