import { TARGETS } from '../citizen/targets';
import { deskOf } from './hotline-desk';
import { readsRefusal } from './faults-citizen';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();
const desk = deskOf(stage);

const CHANNELS = { weapp: '微信', alipay: '支付宝', web: '微信' };

test.each(TARGETS)('%s 手机丢失由热线解绑: 一人申请、另一人审批，之前展示的码立即失效 (UNB-2, ADM-5)', async (target) => {
  const number = `T20261122-${target.toUpperCase()}`;
  const person = await stage.person('ok');
  const citizen = await stage.phone({ target, person });
  await citizen.activate({ pin: PIN });
  await citizen.showCode(PIN);
  const shown = await citizen.readCode();

  const found = await desk('op1001', `lookup ${number} --reason lost-phone`, person.idNumber);
  expect(found).toMatchObject({ code: 0, text: expect.stringContaining(CHANNELS[target]) });
  expect(found.text).not.toContain(person.idNumber);
  expect(found.text).not.toContain(person.name);
  expect(await desk('op1001', `request ${number} --unbind all --reason lost-phone --checks called-back,recent-use`, person.idNumber)).toMatchObject({ code: 0, text: expect.stringContaining('请另一位同事审批') });
  expect(await desk('op1001', `approve ${number}`)).toMatchObject({ code: 1, text: expect.stringContaining('ROLE_MISSING') });
  expect((await desk('op1002', 'cases')).text).toContain(`${number}  待审批`);
  expect(await desk('op1002', `approve ${number}`)).toMatchObject({ code: 0, text: expect.stringMatching(/已解绑[\s\S]*解绑编号/) });

  expect(await stage.scan(shown)).toMatchObject({ outcome: 'refused' });
  expect((await desk('op1001', `lookup ${number} --reason question`, person.idNumber)).text).toContain('没有绑定任何渠道');
  await citizen.restart();
  await citizen.hands.waitForAny(['activate']);
}, STORY);

test('查不到的证件号，说没有找到 (ADM-5)', async () => {
  expect(await desk('op1001', 'lookup T20261122-002 --reason question', '999999199003070039')).toEqual({ code: 0, text: '没有找到\n' });
}, STORY);

test.each([
  ['weapp', 'wxid_ada2026'],
  ['alipay', 'ada@example.cn'],
  ['web', 'wxid_bob2026'],
] as const)('%s 刷脸不成功人工核对: 留下联系方式，窗口核对后在手机上继续 (ACT-6, HELP-2)', async (target, contact) => {
  const person = await stage.person('no-photo');
  const citizen = await stage.phone({ target, person });
  await citizen.activate({ pin: PIN, until: 'face' });
  await citizen.take('face', { pin: PIN });
  expect(await readsRefusal(citizen)).toBe('FACE_NO_PHOTO');
  await citizen.hands.tap('refusal-byHand');
  await citizen.hands.waitForAny(['send-report']);
  await citizen.hands.type('contact', contact);
  await citizen.hands.tap('send-report');
  await citizen.hands.waitForAny(['ticket-waiting']);
  const [number = ''] = /JC\d{16}/.exec(await citizen.text()) ?? [];
  expect((await desk('op1001', 'tickets')).text).toContain(number);
  expect((await desk('op1001', `ticket ${number}`)).text).toContain(contact);

  await citizen.hands.tap('go-on');
  expect(await citizen.standsAt()).toBe('face');
  await citizen.hands.waitForText(number);
  expect(await desk('op1001', `complete ${number} --checks original-document,documents`, person.idNumber)).toMatchObject({ code: 0, text: expect.stringContaining('已核对') });
  await citizen.hands.tap('look-again');
  await citizen.hands.waitForAny(['desk-checked']);
  expect(await citizen.text()).toContain('窗口已核对，请继续');

  for (let step = await citizen.standsAt(); step !== 'done'; ) {
    await citizen.take(step, { pin: PIN });
    step = await citizen.leave(step);
  }
  await citizen.showCode(PIN);
  expect(await stage.scan(await citizen.readCode())).toMatchObject({ outcome: 'accepted' });
}, STORY);
