import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { maskPhone } from '@yibao/shared';
import { LOCAL_AWS } from '@yibao/simulator/src/database/dynamodb';
import { masterKeyIn } from '@yibao/simulator/src/stack/data-folder';
import type { Person } from '../citizen/person';
import { pushedAgain } from './notices-again';
import { NoticesInbox } from './notices-inbox';
import { stepsOn } from './notices-steps';
import { TABLE } from './recorded';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();
const { orders } = stage;
const inbox = new NoticesInbox(stage);
const steps = stepsOn(stage);

const everybody: Person[] = [];
const someone = async (name: string): Promise<Person> => {
  const person = await stage.person(name);
  everybody.push(person);
  return person;
};

const SETTLED = '医保结算通知 济南市示范人民医院 123.45元 100.50元 22.95元';
const REFUNDED = '退费结果通知 济南市示范人民医院 123.45元';

test('结算和退费通知发到出示医保码的渠道，只发一次 (CODE-8)', async () => {
  const person = await someone('ok');
  const shownInWechat = await steps.visits(await steps.activates('weapp', person));
  const alipay = await steps.activates('alipay', person);
  await inbox.until(person, 1);
  const shownInAlipay = await steps.visits(alipay);

  const settlement = await steps.settles(person, shownInWechat);
  expect((await inbox.until(person, 2))[0]).toContain(`weapp ${SETTLED}`);
  await steps.refunds(settlement);
  expect((await inbox.until(person, 3))[0]).toContain(`weapp ${REFUNDED}`);
  await steps.settles(person, shownInAlipay);
  expect((await inbox.until(person, 4))[0]).toContain(`alipay ${SETTLED}`);
}, STORY);

test('没有允许发消息的人收到短信，两个渠道只发一条 (CODE-8)', async () => {
  const person = await someone('ok');
  await orders.turn(person.id, { subscribes: false });
  await steps.activates('alipay', person, 'notice-refused');
  const shown = await steps.visits(await steps.activates('weapp', person, 'notice-refused'));
  expect(await inbox.until(person, 1)).toEqual([expect.stringMatching(/^sms 【医保服务】.*微信绑定了您的医保码/)]);
  await steps.settles(person, shown);
  expect((await inbox.until(person, 2))[0]).toMatch(/^sms .*医保结算123\.45元自付22\.95元/);
}, STORY);

test('解绑后，留下的渠道和解绑的渠道都收到通知 (UNB-4)', async () => {
  const person = await someone('ok');
  await steps.activates('alipay', person);
  const citizen = await steps.activates('weapp', person);
  const before = await inbox.until(person, 1);
  expect(before).toEqual([expect.stringContaining('alipay 账户安全提醒 微信绑定了您的医保码')]);
  await citizen.restart();
  await citizen.openSetting('bindings');
  await citizen.hands.waitForAny(['unbind-0']);
  await citizen.hands.tap('unbind-0');
  await citizen.hands.waitForAny(['reasons']);
  await citizen.hands.tap('reason-lost-phone');
  await citizen.tapAndConfirm('confirm-unbind', { pin: PIN, done: 'unbinding-done' });
  const told = (await inbox.until(person, 3)).slice(0, 2).sort();
  expect(told).toEqual([expect.stringContaining('alipay 账户安全提醒 医保码的一个绑定已解绑'), expect.stringContaining('weapp 账户安全提醒 医保码的一个绑定已解绑')]);
}, STORY);

test('换手机号后，每个渠道和原来的号码都收到通知 (PHO-3)', async () => {
  const person = await someone('ok');
  await orders.turn(person.id, { alipayPhone: `1390007${person.phone.slice(-4)}` });
  await steps.activates('alipay', person);
  const citizen = await steps.activates('weapp', person);
  await citizen.restart();
  await citizen.openSetting('phone');
  await citizen.hands.waitForAny(['one-tap']);
  await citizen.hands.type('new-phone', person.phone);
  await citizen.hands.tap('get-sms');
  await steps.typesSmsCode(citizen);
  await citizen.hands.waitForAny(['pin-dots']);
  await citizen.typePin(PIN);
  await citizen.hands.waitForAny(['phone-changed']);
  const first = await inbox.until(person, 3);
  expect(first.slice(0, 2).sort()).toEqual([expect.stringContaining(`alipay 账户安全提醒 手机号改为${maskPhone(person.phone)}`), expect.stringContaining(`weapp 账户安全提醒 手机号改为${maskPhone(person.phone)}`)]);

  await citizen.hands.tap('phone-more');
  await citizen.hands.waitForAny(['one-tap']);
  await citizen.hands.tap('one-tap');
  await citizen.hands.agree('other-number');
  await steps.typesSmsCode(citizen);
  await citizen.hands.waitForAny(['phone-changed']);
  const again = (await inbox.until(person, 6)).slice(0, 3).sort();
  expect(again.map((letter) => letter.replace(/(手机号改为139\*{4}\d{4}).*/, '$1'))).toEqual([
    expect.stringMatching(/^alipay 账户安全提醒 手机号改为/),
    expect.stringMatching(/^sms .*手机号改为/),
    expect.stringMatching(/^weapp 账户安全提醒 手机号改为/),
  ]);
  expect(again.join()).not.toContain(maskPhone(person.phone));
}, STORY);

/** `npm run region`, as the bureau's people type it. */
const region = (...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(__dirname, '../../simulator/bin/region.mjs'), ...words, '--by', '王科长', '--reason', '市政府同意'], {
    env: { ...process.env, ...LOCAL_AWS, AWS_ENDPOINT_URL_DYNAMODB: stage.stack.database, TABLE_NAME: TABLE, KEY_PROVIDER: pathToFileURL(masterKeyIn(stage.stack.dataDir)).href },
  });

test('参保地开通后，登记过的人收到通知，接着就能激活 (ACT-5a)', async () => {
  const [person, silent] = [await someone('closed'), await someone('closed')];
  await orders.turn(silent.id, { subscribes: false });
  const waiting = await Promise.all((['weapp', 'alipay'] as const).map((target) => stage.phone({ target, person })));
  for (const citizen of waiting) {
    await citizen.activate({ pin: PIN, until: 'region' });
    await citizen.hands.tap('notify-371700');
    await citizen.hands.waitForAny(['notified-371700']);
  }
  const unheard = await stage.phone({ target: 'weapp', person: silent });
  await unheard.activate({ pin: PIN, until: 'region' });
  await unheard.hands.tap('notify-371700');
  await unheard.hands.waitForAny(['silent-371700']);
  expect(await inbox.of(person)).toEqual([]);

  expect((await region('open', '371700')).stdout).toContain('已开通 open');
  expect((await inbox.until(person, 2)).sort()).toEqual([expect.stringContaining('alipay 服务开通提醒 菏泽市'), expect.stringContaining('weapp 服务开通提醒 菏泽市')]);
  expect(await inbox.of(silent)).toEqual([]);
  await waiting[0]!.restart();
  await waiting[0]!.activate({ pin: PIN });
  await waiting[0]!.showCode(PIN);
  expect(await stage.scan(await waiting[0]!.readCode())).toMatchObject({ outcome: 'accepted', holder: { region: expect.stringContaining('菏泽市') } });
}, STORY);

test('the stream’s events a second time send nothing again', async () => {
  const letters = async () => (await (await fetch(`${stage.stack.outside}/inbox`)).json()) as unknown;
  const before = await letters();
  const { events, errands, failed } = await pushedAgain(stage);
  expect(events).toBeGreaterThan(20);
  expect(errands).toBeGreaterThan(10);
  expect(failed).toEqual([]);
  expect(await letters()).toEqual(before);
}, STORY);

test('nothing of this is in the logs: no name, number, phone or account of anybody', async () => {
  const folder = join(stage.stack.dataDir, 'logs');
  const logs = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  expect(logs).toContain('wish.granted');
  const personal = everybody.flatMap(({ name, idNumber, phone, openId }) => [name, idNumber, phone, openId.weapp, openId.alipay]);
  expect(personal).toHaveLength(30);
  expect(personal.filter((text) => logs.includes(text))).toEqual([]);
}, STORY);
