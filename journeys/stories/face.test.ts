import { type Citizen } from '../citizen/citizen';
import { type Platform } from '../host/platform';
import { readsRefusal } from './faults-citizen';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();
const { orders } = stage;

const FACES_A_DAY = 10;

describe.each(['weapp', 'alipay'] as const)('%s', (target: Platform) => {
  const beforeTheCamera = async (name: string): Promise<Citizen> => {
    const citizen = await stage.phone({ target, person: await stage.person(name) });
    await citizen.activate({ pin: PIN, until: 'face' });
    return citizen;
  };

  const look = async (citizen: Citizen) => {
    await citizen.take('face', { pin: PIN });
    return readsRefusal(citizen);
  };

  const tryAgain = async (citizen: Citizen) => {
    await citizen.hands.tap('refusal-retry');
    expect(await citizen.standsAt()).toBe('face');
  };

  test.each([
    ['face-light', 'FACE_LIGHT', '换到亮一点的地方'],
    ['face-network', 'FACE_NETWORK', '换到信号好的地方'],
  ])('%s: its own advice, and the second try passes (ACT-6)', async (name, code, advice) => {
    const citizen = await beforeTheCamera(name);
    expect(await look(citizen)).toBe(code);
    expect(await citizen.text()).toContain(advice);
    await tryAgain(citizen);
    await citizen.take('face', { pin: PIN });
    expect(await citizen.leave('face')).toBe('region');
  }, STORY);

  test('the register has no picture: the account is asked for, not another try alone (ACT-6)', async () => {
    const citizen = await beforeTheCamera('no-photo');
    expect(await look(citizen)).toBe('FACE_NO_PHOTO');
    expect(await citizen.text()).toContain('不是您的操作问题');
    await tryAgain(citizen);
  }, STORY);

  test('somebody else before the camera never passes (ACT-6)', async () => {
    const citizen = await beforeTheCamera('mismatch');
    expect(await look(citizen)).toBe('FACE_MISMATCH');
    await orders.turn(citizen.person.id, { face: 'passes' });
    await tryAgain(citizen);
    await citizen.take('face', { pin: PIN });
    expect(await citizen.leave('face')).toBe('region');
  }, STORY);

  test('tries are counted: after ten in a day nobody is shown to the camera, however good the light has become (ACT-6)', async () => {
    const citizen = await beforeTheCamera('ok');
    await orders.turn(citizen.person.id, { face: 'light' });
    for (let tries = 1; tries <= FACES_A_DAY; tries += 1) {
      expect(await look(citizen)).toBe('FACE_LIGHT');
      await tryAgain(citizen);
    }
    await orders.turn(citizen.person.id, { face: 'passes' });
    await orders.callsSince();
    expect(await look(citizen)).toBe('FACE_TOO_MANY');
    expect(await orders.callsSince()).toEqual([]);
    expect(await citizen.text()).toContain('医保局窗口');
    await citizen.hands.tap('refusal-home');
    await citizen.openWizard();
    expect(await citizen.standsAt()).toBe('face');
  }, STORY);
});

test('an account that is somebody else’s, or nobody’s, is told what to do first and can go on when it is put right (ACT-4)', async () => {
  const citizen = await stage.phone({ target: 'weapp', person: await stage.person('ok') });
  await orders.turn(citizen.person.id, { account: 'nobody' });
  await citizen.activate({ pin: PIN, until: 'identity' });
  for (const [account, code] of [['relative', 'ID_MISMATCH'], ['nobody', 'ID_NO_REALNAME']] as const) {
    await orders.turn(citizen.person.id, { account });
    await citizen.take('identity', { pin: PIN });
    expect(await readsRefusal(citizen)).toBe(code);
    await citizen.hands.tap('refusal-retry');
  }
  await orders.turn(citizen.person.id, { account: 'own' });
  await citizen.take('identity', { pin: PIN });
  expect(await citizen.leave('identity')).toBe('authorisation');
}, STORY);
