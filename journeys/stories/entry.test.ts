import { posterQuery } from '@yibao/shared';
import { type Citizen } from '../citizen/citizen';
import { TARGETS } from '../citizen/targets';
import { type Answers, ApiFailure, type Entry } from '../host/api/bench';
import { recorded } from './recorded';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();

/** As each platform's client opens the mini-program after its code was scanned. */
const POSTERS: Readonly<Record<(typeof TARGETS)[number], Entry>> = {
  weapp: { scene: 1047, query: { scene: encodeURIComponent(posterQuery({ channel: 'weapp', region: '370100', promotion: 'QDYD2026' })) } },
  alipay: { scene: '1011', query: { c: 'a', r: '370100', p: 'QDYD2026' } },
  web: { scene: 1011, query: { q: encodeURIComponent('https://yb.example/a?c=w&r=370100&p=QDYD2026') } },
};

const WALLET = { weapp: { scene: 1028 }, alipay: { scene: '1401' }, web: { scene: 1028 } } as const;

const activatedIn = async ({ person }: Citizen) => {
  const all = await recorded(stage.stack.database, 'voucher.activated');
  return { person, latest: all.sort((a, b) => a.at.localeCompare(b.at)).at(-1) };
};

describe.each(TARGETS)('%s', (target) => {
  test('扫激活码激活，中途从最近使用回来：记下的是扫码，不是后来的入口 (ACT-8)', async () => {
    const citizen = await stage.phone({ target, person: await stage.person('ok'), entry: POSTERS[target] });
    await citizen.activate({ pin: PIN, until: 'region' });
    await citizen.restart();
    await citizen.activate({ pin: PIN });
    const { latest } = await activatedIn(citizen);
    const channel = target === 'alipay' ? 'alipay' : 'weapp';
    expect(latest).toMatchObject({ channel, region: '370100', entry: 'scan', scene: String(POSTERS[target].scene), posterChannel: channel, posterRegion: '370100', promotion: 'QDYD2026' });
  }, STORY);

  test('从卡包打开，已有医保码：直接出示 (WAL-1, WAL-2)', async () => {
    const person = await stage.person('ok');
    const citizen = await stage.phone({ target, person });
    await citizen.activate({ pin: PIN });
    const fromWallet = await stage.phone({ target, person, entry: WALLET[target] });
    expect(await fromWallet.hands.waitForAny(['pin-dots', 'qr', 'elder-switch'])).toBeDefined();
    await fromWallet.hands.waitForAny(['pin-dots', 'qr']);
  }, STORY);

  test('从卡包打开，还没有医保码：留在首页，可以激活', async () => {
    const citizen = await stage.phone({ target, person: await stage.person('ok'), entry: WALLET[target] });
    await citizen.hands.waitForAny(['activate']);
    expect(await citizen.hands.exists('pin-dots')).toBe(false);
  }, STORY);
});

/** What the scanner of this phone gives, one after the other. */
const scanning = (target: 'weapp' | 'alipay', ...answers: readonly (object | ApiFailure)[]): Answers => {
  const left = [...answers];
  const answer = () => {
    const next = left.shift();
    if (next === undefined || next instanceof ApiFailure) throw next ?? new ApiFailure('cancel', { error: 10 });
    return next;
  };
  return { [target === 'weapp' ? 'scanCode' : 'scan']: answer };
};

const ways = {
  weapp: { own: { result: '*', path: `pages/home/home?scene=${encodeURIComponent(posterQuery({ channel: 'weapp', region: '370100', promotion: 'QDYD2026' }))}` }, foreign: { result: 'https://example.com/' }, denied: new ApiFailure('system permission denied') },
  alipay: { own: { code: 'https://yb.example/a?c=a&r=370100&p=QDYD2026' }, foreign: { code: 'https://example.com/' }, denied: new ApiFailure('用户不允许授权', { error: 2001 }) },
} as const;

describe.each(['weapp', 'alipay'] as const)('%s', (target) => {
  test('在激活第一步扫激活码：取消不变，别的码和没有相机都说明白，扫到就记下渠道和福利码 (ACT-8)', async () => {
    const { own, foreign, denied } = ways[target];
    const citizen = await stage.phone({ target, person: await stage.person('ok'), answers: scanning(target, new ApiFailure('cancel', { error: 10 }), foreign, denied, own) });
    await citizen.openWizard();
    await citizen.hands.waitForAny(['scan-poster']);
    await citizen.hands.tap('scan-poster');
    expect([await citizen.hands.has('扫一扫'), await citizen.hands.has('再扫一次')]).toEqual([true, false]);
    for (const sign of ['poster-foreign', 'poster-denied', 'poster-noted']) {
      await citizen.hands.tap('scan-poster');
      await citizen.hands.waitForAny([sign]);
      if (sign === 'poster-denied') await citizen.hands.tap('scan-settings');
    }
    expect(await citizen.text()).toContain('福利码 QDYD2026');
    for (let step = await citizen.standsAt(); step !== 'done'; step = await citizen.leave(step)) await citizen.take(step, { pin: PIN });
    const { latest } = await activatedIn(citizen);
    expect(latest).toMatchObject({ channel: target, posterChannel: target, posterRegion: '370100', promotion: 'QDYD2026' });
  }, STORY);
});
