import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stack, startStack } from '@yibao/simulator/src/stack';
import { Phones } from '../citizen/targets';
import { newPerson } from '../citizen/person';
import { Rehearsal } from './rehearsal';
import { type Right, without } from './rights';
import { synthesise } from './synthesise';
import { synthesisedIn } from './template';
import { counterSays, newWalk, STEP_NAMES, type StepName, STEPS, type Walking } from './walk';

const LONG = 480_000;
const PIN = '258036';

const folder = mkdtempSync(join(tmpdir(), 'yibao-rehearsal-'));
const open: Stack[] = [];

beforeAll(() => synthesise(folder), LONG);
afterEach(async () => {
  for (const stack of open.splice(0)) await stack.stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function rehearse(stackName: string) {
  const synthesised = synthesisedIn(folder, stackName);
  const rehearsal = new Rehearsal(synthesised);
  const stack = await startStack({ deployment: rehearsal });
  open.push(stack);
  return { rehearsal, stack, template: synthesised.template };
}

const asked = ({ decisions }: Rehearsal, action: string) => decisions.filter((decision) => decision.asked.action === action).length;

test('REST 接口、北京区域：编译后的微信小程序从激活到解绑，每次调用都在角色的权限之内', async () => {
  const { rehearsal, stack } = await rehearse('yibao-jinan');
  const phones = new Phones(stack);
  const citizen = await phones.open({ target: 'weapp', person: await newPerson(stack.outside, 'ok') });
  await citizen.activate({ pin: PIN });
  await citizen.showCode(PIN);
  const code = await citizen.readCode();
  expect(await counterSays(stack, code)).toBe('accepted');
  await citizen.restart('pages/voucher/uses');
  await citizen.hands.waitForText('济南市示范人民医院');
  await citizen.restart();
  await citizen.openSetting('bindings');
  await citizen.hands.waitForAny(['unbind-0']);
  await citizen.hands.tap('unbind-0');
  await citizen.hands.waitForAny(['reasons']);
  await citizen.hands.tap('reason-lost-phone');
  await citizen.tapAndConfirm('confirm-unbind', { pin: PIN, done: 'unbinding-done' });
  expect(await counterSays(stack, code)).toBe('refused');
  await phones.stop();
  expect(rehearsal.refused).toEqual([]);
  expect(rehearsal.deadLetters).toEqual([]);
  for (const action of ['dynamodb:PutItem', 'dynamodb:GetRecords', 'secretsmanager:GetSecretValue', 'kms:GenerateDataKey', 'kms:Decrypt', 'sqs:SendMessage', 'sqs:ReceiveMessage', 'lambda:InvokeFunction']) expect(asked(rehearsal, action)).toBeGreaterThan(0);
}, LONG);

test('HTTP 接口、境外演示：同样的路，同样的权限', async () => {
  const { rehearsal, stack } = await rehearse('yibao-demo');
  const citizen = await newWalk(stack);
  for (const step of STEP_NAMES) await STEPS[step](citizen);
  expect(rehearsal.refused).toEqual([]);
  expect(rehearsal.deadLetters).toEqual([]);
}, LONG);

const right = (text: string): Right => {
  const [runner = '', action = '', keys] = text.split(' ');
  return { runner, action: action.includes(':') ? action : `dynamodb:${action}`, ...(keys === undefined ? {} : { keys }) };
};

/** Which step turns red without which right. */
const NEEDED: Readonly<Partial<Record<StepName, readonly string[]>>> = {
  'signs in': ['session secretsmanager:GetSecretValue', 'session kms:Decrypt', 'session Query KEY#DATA', 'session PutItem S#*', 'session UpdateItem RL#*'],
  'subscribes to messages': ['notice secretsmanager:GetSecretValue', 'notice GetItem S#*'],
  agrees: ['activation PutItem A#*'],
  'proves identity': ['activation GetItem A#*'],
  'authorises reading': ['activation lambda:InvokeFunction'],
  'chooses the PIN': ['activation PutItem V#*', 'activation PutItem ID#*'],
  'takes a seed': ['voucher PutItem QH#*', 'voucher GetItem A#*'],
  'is accepted at the counter': ['voucher GetItem QH#*', 'voucher GetItem IT#*'],
  'sees the use': ['reactions GetRecords', 'reactions sqs:SendMessage', 'reactions PutItem V#*', 'voucher Query V#*'],
  'is told of a new PIN': ['pushes GetShardIterator', 'pushes sqs:SendMessage', 'pushes Query V#*', 'courier-weapp sqs:ReceiveMessage', 'courier-weapp sqs:DeleteMessage', 'courier-weapp secretsmanager:GetSecretValue', 'courier-weapp GetItem V#*', 'session PutItem V#*'],
  'is told of it once': ['courier-weapp PutItem V#*'],
  'is told by text message': ['courier-weapp sqs:SendMessage', 'courier-sms sqs:ReceiveMessage', 'courier-sms GetItem V#*'],
  'is warned of an old code': ['pushes PutItem V#*'],
  'sees where the account is signed in': ['session Query A#*'],
  unbinds: ['binding PutItem QH#*'],
};

const SHORT_MS = 1500;
const LONG_MS = 30_000;

/** Whether the step fails. */
const turnsRed = (step: StepName, citizen: Walking): Promise<boolean> =>
  STEPS[step](citizen).then(
    () => false,
    () => true,
  );

test('没有某项权限，就有一步走不通；还回去又走得通', async () => {
  const { rehearsal, stack, template } = await rehearse('yibao-jinan');
  const citizen = await newWalk(stack);
  const seen: Partial<Record<StepName, string[]>> = {};
  for (const step of STEP_NAMES) {
    for (const needed of NEEDED[step] ?? []) {
      rehearsal.decisions.length = 0;
      await rehearsal.deploy(without(template, right(needed)));
      citizen.patienceMs = SHORT_MS;
      const red = await turnsRed(step, citizen);
      (seen[step] ??= []).push(red && rehearsal.refused.length > 0 ? needed : `${needed} is not missed`);
    }
    await rehearsal.deploy(template);
    citizen.patienceMs = LONG_MS;
    await STEPS[step](citizen);
  }
  expect(seen).toEqual(NEEDED);
}, LONG);
