import { Citizen, type WizardStep } from '../citizen/citizen';
import { type CompiledHands, compiledHands } from '../citizen/compiled-hands';
import { type Answer, ApiFailure, type Answers } from '../host/api/bench';
import { phoneOf } from '../host/phone';
import { type Platform } from '../host/platform';
import { textOf } from '../host/plain';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();
const opened: CompiledHands[] = [];
afterEach(async () => {
  for (const hands of opened.splice(0)) await hands.close();
}, STORY);

interface Given {
  readonly person?: string;
  /** How this phone answers otherwise than one whose owner agrees to everything. */
  readonly otherwise?: (usual: Answers) => Answers;
}

const phone = async (platform: Platform, { person: name = 'ok', otherwise = () => ({}) }: Given = {}) => {
  const { api, outside } = stage.stack;
  const person = await stage.person(name);
  const hands = await compiledHands({ platform, person: person.id, api, outside, answers: otherwise(phoneOf(person.id, outside)[platform]) });
  opened.push(hands);
  return { hands, citizen: new Citizen({ hands, person, platform, outside }) };
};

/** Fails the first time, then does as usual. */
const failingFirst = (failure: ApiFailure, usual: Answer = () => ({})): Answer => {
  let failed = false;
  return (options, phone) => {
    if (failed) return usual(options, phone);
    failed = true;
    throw failure;
  };
};

/** On from where the wizard stands. */
const goOn = async (citizen: Citizen, until?: WizardStep): Promise<void> => {
  let step = await citizen.standsAt();
  while (step !== 'done' && step !== until) {
    await citizen.take(step, { pin: PIN });
    step = await citizen.leave(step);
  }
};

const reads = async (hands: CompiledHands, ...sentences: string[]) => {
  const text = await hands.text();
  for (const sentence of sentences) expect(text).toContain(sentence);
};

describe.each(['weapp', 'alipay'] as const)('%s', (platform) => {
  test('出示时调亮屏幕、不息屏、防截屏，离开后还原 (CODE-8)', async () => {
    const { hands, citizen } = await phone(platform);
    await citizen.activate({ pin: PIN });
    const before = { ...hands.program().host.device };
    await citizen.showCode(PIN);
    expect(hands.program().host.device).toMatchObject({ brightness: 1, keepScreenOn: true, captureEffect: 'hidden' });
    hands.program().host.background();
    await hands.program().host.idle();
    expect(hands.program().host.device).toMatchObject({ brightness: before.brightness, keepScreenOn: false, captureEffect: 'none' });
  }, STORY);

  test('没有网络时打开：说明原因，连上后重试就好', async () => {
    const signIn = platform === 'weapp' ? 'login' : 'getAuthCode';
    const offline = new ApiFailure(platform === 'weapp' ? '-1' : '网络异常', platform === 'weapp' ? {} : { error: 12 });
    const { hands } = await phone(platform, { otherwise: (usual) => ({ [signIn]: (options, phone) => (phone.device.online ? usual[signIn]?.(options, phone) : Promise.reject(offline)) }) });
    await hands.online(false);
    (hands.program().host.surface['clearStorageSync'] as () => void)();
    await hands.restart();
    await hands.waitForAny(['refusal-OFFLINE']);
    await hands.online(true);
    await hands.tap('refusal-retry');
    await hands.waitForAny(['activate']);
  }, STORY);
});

describe('微信', () => {
  test('不同意隐私说明：说明还能做什么；过10秒再看一次并同意后继续刷脸', async () => {
    const answers = ['disagree', 'agree'];
    const { hands, citizen } = await phone('weapp', { otherwise: () => ({ 'window:privacy': () => answers.shift() }) });
    await citizen.activate({ pin: PIN, until: 'face' });
    for (const windowsLeft of [1, 1]) {
      await hands.tap('start-face');
      await hands.waitForAny(['refusal-PRIVACY_REQUIRED']);
      expect(answers).toHaveLength(windowsLeft);
      await reads(hands, '需要先同意隐私说明', '刚点过拒绝的过10秒再看', '看病买药照常用社会保障卡或身份证', '先不用');
      await hands.tap('refusal-retry');
    }
    await hands.pass(10_000);
    await goOn(citizen);
    await reads(hands, '医保码已激活');
  }, STORY);

  test('要手机号时不同意隐私说明：说明原因，自己填一样能换 (PHO-1)', async () => {
    const { hands, citizen } = await phone('weapp', { otherwise: () => ({ 'open-type:getPhoneNumber': () => ({ errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 }) }) });
    await citizen.activate({ pin: PIN });
    await citizen.restart();
    await citizen.openSetting('phone');
    await hands.waitForAny(['one-tap']);
    await hands.tap('one-tap');
    await hands.waitForAny(['number-unagreed']);
    await reads(hands, '还没有同意隐私说明', '也可以在下面填写');
    await hands.type('new-phone', citizen.person.phone);
    await hands.tap('get-sms');
    await hands.waitForAny(['sms-sent']);
  }, STORY);

  test('没有打开相机：去设置打开，回来就接着刷脸', async () => {
    const denied = new ApiFailure('camera not authorised', { errCode: 90008 });
    const { hands, citizen } = await phone('weapp', { otherwise: (usual) => ({ requestFacialVerify: failingFirst(denied, usual['requestFacialVerify']) }) });
    await citizen.activate({ pin: PIN, until: 'face' });
    await hands.tap('start-face');
    await hands.waitForAny(['refusal-CAMERA_DENIED']);
    await reads(hands, '请到手机设置里给微信打开');
    await hands.tap('refusal-settings');
    expect(hands.program().host.calls.map(({ api }) => api)).toContain('openAppAuthorizeSetting');
    hands.program().host.background();
    await hands.program().host.foreground();
    await hands.waitForAny(['start-face']);
    await goOn(citizen);
  }, STORY);

  test.each([
    ['网络断了', 90007, 'FACE_NETWORK'],
    ['自己关掉', 90002, 'FACE_CANCELLED'],
  ])('刷脸时%s：说的是这个原因，再来一次就好 (ACT-6)', async (_what, errCode, refusal) => {
    const ended = new ApiFailure('verify failed', { errCode });
    const { hands, citizen } = await phone('weapp', { otherwise: (usual) => ({ requestFacialVerify: failingFirst(ended, usual['requestFacialVerify']) }) });
    await citizen.activate({ pin: PIN, until: 'face' });
    await hands.tap('start-face');
    await hands.waitForAny([`refusal-${refusal}`]);
    await hands.tap('refusal-retry');
    await goOn(citizen, 'region');
  }, STORY);

  test('不去城市服务验证身份：填好的还在，再去一次就好 (ACT-4)', async () => {
    const { hands, citizen } = await phone('weapp', { otherwise: (usual) => ({ navigateToMiniProgram: failingFirst(new ApiFailure('cancel'), usual['navigateToMiniProgram']) }) });
    await citizen.activate({ pin: PIN, until: 'identity' });
    await hands.type('name', citizen.person.name);
    await hands.type('id-number', citizen.person.idNumber);
    await hands.tap('verify-identity');
    await hands.waitForAny(['refusal-ID_CANCELLED']);
    await hands.tap('refusal-retry');
    await hands.tap('verify-identity');
    await hands.waitForAny(['authorise']);
  }, STORY);
});

describe('支付宝', () => {
  test('不同意提供实名信息：说明用途；同意后继续 (ACT-2)', async () => {
    const refusesFirst = (usual: Answers): Answer => {
      const refused = failingFirst(new ApiFailure('用户取消授权', { error: 11 }), usual['getAuthCode']);
      return (options, phone) => (textOf(JSON.stringify(options['scopes'])).includes('auth_user') ? refused : usual['getAuthCode']!)(options, phone);
    };
    const { hands, citizen } = await phone('alipay', { otherwise: (usual) => ({ getAuthCode: refusesFirst(usual) }) });
    await citizen.openWizard();
    await hands.tap('agree-tick');
    await hands.tap('agree');
    await hands.waitForAny(['refusal-ID_CANCELLED']);
    await reads(hands, '验证只用来确认是本人，不会扣钱');
    await hands.tap('refusal-retry');
    await goOn(citizen);
    await reads(hands, '医保码已激活');
  }, STORY);

  test('刷脸时网络断了：说的是这个原因，再来一次就好 (ACT-6)', async () => {
    let cut = false;
    const cutFirst = (usual: Answers): Answer => (options, phone) => {
      if (cut) return usual['startAPVerify']?.(options, phone);
      cut = true;
      return { resultStatus: '6002', result: null };
    };
    const { hands, citizen } = await phone('alipay', { otherwise: (usual) => ({ startAPVerify: cutFirst(usual) }) });
    await citizen.activate({ pin: PIN, until: 'face' });
    await hands.tap('start-face');
    await hands.waitForAny(['refusal-FACE_NETWORK']);
    await hands.tap('refusal-retry');
    await goOn(citizen, 'region');
  }, STORY);

  test('服务的拒绝以 HTTP 409 到达，句子和热线照样显示 (ACT-5b)', async () => {
    const { hands, citizen } = await phone('alipay', { person: 'unsynced' });
    await citizen.openWizard();
    await hands.tap('agree-tick');
    await hands.tap('agree');
    await hands.waitForAny(['refusal-INSURED_NOT_FOUND']);
    await reads(hands, '请联系参保地医保局（电话12393）');
  }, STORY);
});
