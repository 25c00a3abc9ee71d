import { alipayKeys } from '@yibao/functions/src/upstream/alipay-keys';
import { alipayPassesAt } from '@yibao/functions/src/upstream/alipay-pass';
import { passTemplatesAt } from '@yibao/functions/src/upstream/alipay-pass-template';
import { outsideWithClients, refusalCode, type World } from '../testing/real-clients';

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

const PASS = { serialNumber: 'a1b2c3d4e5f6a7b8c9d0', holder: '张*', region: '济南市' };

const issue = () => world.passes.issue(PASS, world.person('ok').openId.alipay);
const opened = async (person = 'ok') => (await world.phone<{ opened: boolean }>('alipay/pass/open', person, { partnerId: world.passes.partnerId, serialNumber: PASS.serialNumber })).opened;
const wallet = async (): Promise<{ status: string; parameters: object }[]> => (await fetch(`${world.outside.url}/phone/alipay/wallet?person=ok`)).json() as never;

const withConfig = (change: { templateId?: string; partnerId?: string }) =>
  alipayPassesAt({ config: { ...world.secret.alipay, pass: { ...world.secret.alipay.pass, ...change } }, keys: alipayKeys(world.secret.alipay), needs: world.needs })!;

describe('WAL-2 a pass', () => {
  test('comes into the wallet of the account and can be opened there by its holder alone', async () => {
    await issue();
    expect(await wallet()).toMatchObject([{ status: 'ACTIVE', parameters: { holder: '张*', region: '济南市', useStateDesc: '可使用' } }]);
    await expect(opened()).resolves.toBe(true);
    await expect(opened('retired')).resolves.toBe(false);
  });

  test('is issued once for each serial number', async () => {
    await issue();
    expect(await refusalCode(issue())).toBe('UPSTREAM_BUSY');
    expect(await wallet()).toHaveLength(1);
  });

  test('says what it is told afterwards', async () => {
    await issue();
    await expect(world.passes.update({ ...PASS, region: '青岛市' })).resolves.toBe(true);
    expect(await wallet()).toMatchObject([{ parameters: { region: '青岛市' } }]);
    await world.passes.update({ ...PASS, lockedUntil: '2026-11-22T02:15:00.000Z' });
    expect(await wallet()).toMatchObject([{ parameters: { region: '济南市', useStateDesc: '密码已锁定，2026年11月22日 10:15解锁' } }]);
  });

  test('that was closed is gone from the wallet, also after a second closing', async () => {
    await issue();
    await expect(world.passes.close(PASS.serialNumber)).resolves.toBe(true);
    await expect(world.passes.close(PASS.serialNumber)).resolves.toBe(true);
    expect(await wallet()).toEqual([]);
    await expect(opened()).resolves.toBe(false);
  });

  test('that was never issued is neither updated nor closed', async () => {
    await expect(world.passes.update(PASS)).resolves.toBe(false);
    await expect(world.passes.close(PASS.serialNumber)).resolves.toBe(false);
  });

  test('of nobody, or from a template that there is not, is not issued', async () => {
    expect(await refusalCode(world.passes.issue(PASS, 'nobody'))).toBe('UPSTREAM_BUSY');
    expect(await refusalCode(withConfig({ templateId: '1' }).issue(PASS, world.person('ok').openId.alipay))).toBe('UPSTREAM_BUSY');
  });
});

test('a bureau without a template has no client for passes', () => {
  const { pass: _none, ...config } = world.secret.alipay;
  expect(alipayPassesAt({ config, keys: alipayKeys(config), needs: world.needs })).toBeUndefined();
});

describe('a template', () => {
  const TEXT = { logo: 'https://example.cn/logo.png', strip: 'https://example.cn/strip.png', bureau: '济南市医疗保障局', hotline: '0531-12393' };
  const templates = () => passTemplatesAt({ config: world.secret.alipay, keys: alipayKeys(world.secret.alipay), needs: world.needs });

  test('that was made serves for passes, and can be changed', async () => {
    const templateId = await templates().add('t1', TEXT);
    await withConfig({ templateId }).issue(PASS, world.person('ok').openId.alipay);
    expect(await wallet()).toHaveLength(1);
    await expect(templates().update(templateId, { ...TEXT, hotline: '12393' })).resolves.toBeUndefined();
  });

  test('is made once under a name, and not without its picture; none is changed that there is not', async () => {
    await templates().add('t1', TEXT);
    expect(await refusalCode(templates().add('t1', TEXT))).toBe('UPSTREAM_BUSY');
    expect(await refusalCode(templates().add('t2', { ...TEXT, logo: '' }))).toBe('UPSTREAM_BUSY');
    expect(await refusalCode(templates().update('none', TEXT))).toBe('UPSTREAM_BUSY');
  });
});
