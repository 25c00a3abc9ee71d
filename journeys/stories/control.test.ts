import { type Page } from 'playwright-core';
import { openBrowser, type OpenBrowser } from '../browser/open';
import { type Citizen } from '../citizen/citizen';
import { newestSmsCode } from '../citizen/person';
import { readsRefusal, triesInVain } from './faults-citizen';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();
let browser: OpenBrowser;
const errors: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
}, STORY);
afterEach(() => expect(errors.splice(0)).toEqual([]));
afterAll(() => browser.close(), STORY);

const onDesk = async (path: string): Promise<Page> => {
  const page = await (await browser.desk()).newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(stage.stack.web + path);
  return page;
};

const at = async (target: 'weapp' | 'alipay', until: 'authorisation' | 'face' | 'phone'): Promise<Citizen> => {
  const citizen = await stage.phone({ target, person: await stage.person('ok') });
  await citizen.activate({ pin: PIN, until });
  return citizen;
};

test('the control page makes the bureau fail, shows what is ordered, and clears it (QA-2)', async () => {
  const citizen = await at('weapp', 'authorisation');
  const page = await onDesk('/control');
  await page.locator('#upstream').selectOption('bureau');
  await page.locator('#call').selectOption('1101');
  await page.locator('#kind').selectOption('error');
  await page.locator('#times').fill('5');
  await page.getByRole('button', { name: '设置故障' }).click();
  await page.getByText('还有 5 次').waitFor();
  expect(await triesInVain(citizen, 'authorisation')).toBe('UPSTREAM_BUSY');
  await page.getByText('还有 2 次').waitFor();
  expect(await page.locator('tr.failed').count()).toBe(3);
  await page.getByRole('button', { name: '全部清除' }).click();
  await page.getByText('没有故障，一切正常。').waitFor();
  await citizen.take('authorisation', { pin: PIN });
  expect(await citizen.leave('authorisation')).toBe('face');
}, STORY);

test('a switch of a person works at once and one click puts it back (QA-2)', async () => {
  const citizen = await at('weapp', 'face');
  const page = await onDesk('/control');
  const { id } = citizen.person;
  await page.locator(`#${id}-face`).selectOption('light');
  await page.locator('tr.switched').waitFor();
  await citizen.take('face', { pin: PIN });
  expect(await readsRefusal(citizen)).toBe('FACE_LIGHT');
  await page.locator(`#${id}-reset`).click();
  await page.locator('tr.switched').waitFor({ state: 'detached' });
  await citizen.hands.tap('refusal-retry');
  await citizen.take('face', { pin: PIN });
  expect(await citizen.leave('face')).toBe('region');
}, STORY);

test('a number that is none is refused in words, and changes nothing', async () => {
  const page = await onDesk('/control');
  await page.locator('#ok-alipayPhone').fill('139');
  await page.locator('#ok-alipayPhone').press('Enter');
  await page.getByText('手机号应是11位').waitFor();
  expect(await page.locator('tr.switched').count()).toBe(0);
  expect(errors.splice(0)).toEqual([expect.stringContaining('400')]);
}, STORY);

test('the inbox shows by itself what comes to the number of the Alipay account, also after it was changed there (QA-2)', async () => {
  const citizen = await at('alipay', 'phone');
  const { id } = citizen.person;
  const inbox = await onDesk(`/inbox?person=${id}`);
  await inbox.getByText('没有短信').waitFor();
  const control = await onDesk('/control');
  await control.locator(`#${id}-alipayPhone`).fill('13900001234');
  await control.locator(`#${id}-alipayPhone`).press('Enter');
  await control.locator('tr.switched').waitFor();
  await citizen.hands.tap('get-sms');
  await citizen.hands.waitForText('139****1234');
  await inbox.getByText(await newestSmsCode(stage.stack.outside, citizen.person)).waitFor();
  expect(await inbox.locator('#people [aria-current="true"]').innerText()).toContain(citizen.person.name);
}, STORY);
