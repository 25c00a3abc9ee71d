import { type Citizen, SIGNS, type WizardStep } from '../citizen/citizen';
import { newestSmsCode } from '../citizen/person';
import { readsRefusal, triesInVain } from './faults-citizen';
import { losingAnswers } from './offline-network';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();

const MOST_TRIES = 30;

/** Without a network at the second half of the step: the message has come. */
async function confirmsInVain(citizen: Citizen): Promise<void> {
  await citizen.hands.tap('get-sms');
  await citizen.hands.waitForAny(['sms-code']);
  await citizen.hands.type('sms-code', await newestSmsCode(stage.stack.outside, citizen.person));
  await citizen.goOffline();
  await citizen.hands.tap('confirm-sms');
  expect(await readsRefusal(citizen)).toBe('OFFLINE');
  await citizen.goOnline();
  await citizen.hands.tap('refusal-retry');
  await citizen.hands.waitForAny(['sms-code']);
  await citizen.hands.type('sms-code', await newestSmsCode(stage.stack.outside, citizen.person));
  await citizen.hands.tap('confirm-sms');
}

async function passesAfterLoss(citizen: Citizen, step: WizardStep): Promise<WizardStep | 'done'> {
  await citizen.goOffline();
  expect([step, await triesInVain(citizen, step)]).toEqual([step, 'OFFLINE']);
  await citizen.goOnline();
  if (step === 'phone') await confirmsInVain(citizen);
  else await citizen.take(step, { pin: PIN });
  return citizen.leave(step);
}

/** `resume` where the service had done the step and its answer was lost. */
const WAYS_ON = ['refusal-retry', 'refusal-resume'];

/** Where the citizen is: an answer that has not come is told at once. */
const nowAt = async ({ hands }: Citizen): Promise<WizardStep | 'done' | 'refused'> => SIGNS[await hands.waitForAny([...WAYS_ON, ...Object.keys(SIGNS)])] ?? 'refused';

/** One go at a step; what it led to is seen on the page. */
async function attempt(citizen: Citizen, step: WizardStep): Promise<void> {
  if (step !== 'phone') return citizen.take(step, { pin: PIN });
  if (!(await citizen.hands.exists('sms-code'))) return citizen.hands.tap('get-sms');
  await citizen.hands.type('sms-code', await newestSmsCode(stage.stack.outside, citizen.person));
  await citizen.hands.tap('confirm-sms');
}

describe.each(['weapp', 'alipay'] as const)('%s', (target) => {
  test('断网发生在激活的每一步：说明原因，连上后从那一步继续 (ACT-1, CODE-5)', async () => {
    const citizen = await stage.phone({ target, person: await stage.person('ok') });
    await citizen.openWizard();
    for (let step = await citizen.standsAt(); step !== 'done'; ) step = await passesAfterLoss(citizen, step);
    await citizen.showCode(PIN);
    expect(await stage.scan(await citizen.readCode())).toMatchObject({ outcome: 'accepted' });
  }, 2 * STORY);

  test('一半的回答收不到：每次都说网络慢，重试就能走完激活 (ACT-1)', async () => {
    const { transport, lost } = losingAnswers();
    const citizen = await stage.phone({ target, person: await stage.person('ok'), transport });
    while ((await citizen.hands.waitForAny(['activate', 'refusal-retry'])) !== 'activate') await citizen.hands.tap('refusal-retry');
    await citizen.hands.tap('activate');
    const refusals: string[] = [];
    for (let at = await nowAt(citizen); at !== 'done' && refusals.length < MOST_TRIES; at = await nowAt(citizen)) {
      if (at !== 'refused') await attempt(citizen, at);
      else {
        refusals.push(await readsRefusal(citizen));
        await citizen.hands.tap(await citizen.hands.waitForAny(WAYS_ON));
      }
    }
    expect(await nowAt(citizen)).toBe('done');
    expect(lost()).toBeGreaterThan(3);
    expect(refusals).toContain('TIMEOUT');
    expect(refusals.filter((code) => !['SMS_TOO_SOON', 'STEP_OUT_OF_ORDER', 'TIMEOUT'].includes(code))).toEqual([]);
  }, 2 * STORY);
});
