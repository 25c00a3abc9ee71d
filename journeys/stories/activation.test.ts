import { type Citizen } from '../citizen/citizen';
import { TARGETS } from '../citizen/targets';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();

const QINGDAO = '370200';

const accepted = (citizen: Citizen, region: string): unknown =>
  expect.objectContaining({ outcome: 'accepted', holder: expect.objectContaining({ name: citizen.person.name, region: expect.stringContaining(region) }) });

describe.each(TARGETS)('%s', (target) => {
  test('首次激活到扫码 (ACT-1, ACT-2, CODE-1, CODE-7)', async () => {
    const citizen = await stage.phone({ target, person: await stage.person('ok') });
    await citizen.activate({ pin: PIN });
    expect(await citizen.text()).toContain('医保码已激活');
    await citizen.showCode(PIN);
    const code = await citizen.readCode();
    expect(code).toMatch(/^424\d{25}$/);
    expect(await stage.scan(code)).toEqual(accepted(citizen, '济南市'));
  }, STORY);

  test('激活中断后继续 (ACT-1)', async () => {
    const citizen = await stage.phone({ target, person: await stage.person('two-regions') });
    await citizen.activate({ pin: PIN, until: 'region' });
    await citizen.restart();
    await citizen.hands.waitForText('激活还没有完成');
    await citizen.openWizard();
    expect(await citizen.standsAt()).toBe('region');
    await citizen.hands.tap(`region-${QINGDAO}`);
    await citizen.restart();
    await citizen.activate({ pin: PIN, region: QINGDAO });
    await citizen.showCode(PIN);
    expect(await stage.scan(await citizen.readCode())).toEqual(accepted(citizen, '青岛市'));
  }, STORY);

  test('两台设备同时激活 (ACT-3, ACT-10)', async () => {
    const person = await stage.person('ok');
    const other = target === 'alipay' ? 'weapp' : 'alipay';
    const pair = [await stage.phone({ target, person }), await stage.phone({ target: other, person })] as const;
    await Promise.all(pair.map((citizen) => citizen.activate({ pin: PIN })));
    await Promise.all(pair.map((citizen) => citizen.showCode(PIN)));
    const codes = await Promise.all(pair.map((citizen) => citizen.readCode()));
    expect(new Set(codes).size).toBe(2);
    expect(await Promise.all(codes.map((code) => stage.scan(code)))).toEqual(pair.map((citizen) => accepted(citizen, '济南市')));
  }, STORY);

  test('断网出示 (CODE-5)', async () => {
    const citizen = await stage.phone({ target, person: await stage.person('ok') });
    await citizen.activate({ pin: PIN });
    await citizen.showCode(PIN);
    await citizen.goOffline();
    await citizen.restart();
    await citizen.showCode(PIN);
    await citizen.hands.waitForText('没有网络，医保码照常使用');
    expect(await stage.scan(await citizen.readCode())).toEqual(accepted(citizen, '济南市'));
  }, STORY);
});
