import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();

const citizenOf = async (name: string) => stage.phone({ target: 'weapp', person: await stage.person(name) });

test('重复扫码被拒，扫过后手机上告知并自动换码 (CODE-6, CODE-9)', async () => {
  const citizen = await citizenOf('ok');
  await citizen.activate({ pin: PIN });
  await citizen.showCode(PIN);
  // The phone tells the new code within the minute in which the old one was scanned; with the next minute it would come anyway.
  await stage.roomInMinute(30);
  const code = await citizen.readCode();
  expect(await stage.scan(code)).toMatchObject({ outcome: 'accepted' });
  expect(await stage.scan(code)).toMatchObject({ outcome: 'refused' });
  await citizen.hands.pass(6000);
  await citizen.hands.waitForAny(['used']);
  await citizen.hands.waitForText('已换新码');
  const next = await citizen.readCode();
  expect(next).not.toBe(code);
  expect(await stage.scan(next)).toMatchObject({ outcome: 'accepted' });
}, STORY);

test('未选参保地: 从入口直接打开医保码，说明原因，带去选参保地 (CODE-2)', async () => {
  const citizen = await citizenOf('two-regions');
  await citizen.activate({ pin: PIN, until: 'region' });
  await citizen.restart('pages/voucher/voucher');
  await citizen.hands.waitForAny(['refusal-REGION_REQUIRED']);
  expect(await citizen.text()).toContain('先选一下参保地');
  expect(await citizen.text()).toContain('缺少请求服务配置');
  await citizen.tapText('选择参保地');
  expect(await citizen.standsAt()).toBe('region');
  await citizen.take('region', { pin: PIN, region: '370200' });
  await citizen.leave('region');
  await citizen.take('pin', { pin: PIN });
  await citizen.showCode(PIN);
  expect(await stage.scan(await citizen.readCode())).toMatchObject({ outcome: 'accepted' });
}, STORY);

test('参保地未开通 (ACT-5a)', async () => {
  const citizen = await citizenOf('closed');
  await citizen.activate({ pin: PIN, until: 'region' });
  expect(await citizen.text()).toContain('您的参保地尚未开通医保电子凭证，请等待开通');
  await citizen.hands.tap('notify-371700');
  await citizen.hands.waitForText('已登记，开通后会通知您');
  expect(await citizen.hands.exists('choose-region')).toBe(false);
}, STORY);

test('参保信息未同步 (ACT-5b)', async () => {
  const citizen = await citizenOf('unsynced');
  await citizen.activate({ pin: PIN, until: 'authorisation' });
  await citizen.hands.tap('authorise');
  await citizen.hands.waitForAny(['refusal-INSURED_NOT_FOUND']);
  expect(await citizen.text()).toContain('请联系参保地医保局（电话12393）');
}, STORY);
