import { AlipaySdk } from 'alipay-sdk';
import { ALIPAY_TEMPLATES } from '../notice-templates';
import { keys, orderNo, outsideWithClients, type World } from '../testing/real-clients';

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

/** Alipay's own client, which knows nothing of this project; it checks the signature of every answer. */
const sdk = (change: object = {}) =>
  new AlipaySdk({ appId: keys.alipay.appId, privateKey: keys.alipay.appPrivateKey, keyType: 'PKCS8', alipayPublicKey: keys.alipay.alipayPublicKey, encryptKey: keys.alipay.encryptKey, gateway: `${world.outside.url}/gateway.do`, ...change });

const exec = (method: string, parameters: object, client = sdk()) => client.exec(method, parameters, { validateSign: true }) as Promise<Record<string, unknown>>;

const ok = () => world.person('ok');
const authCode = async (kind: 'login' | 'auth-user') => (await world.phone(`alipay/${kind}`, 'ok')).authCode!;

test('signs in and reads the real name', async () => {
  const token = await exec('alipay.system.oauth.token', { grantType: 'authorization_code', code: await authCode('auth-user') });
  expect(token).toMatchObject({ openId: ok().openId.alipay, expiresIn: 1_296_000 });
  expect(await exec('alipay.user.info.share', { authToken: token['accessToken'] })).toMatchObject({ code: '10000', isCertified: 'T', userName: ok().name, certNo: ok().idNumber });
});

test('opens a certification, signs its page, and reads its outcome', async () => {
  const identityParam = { identity_type: 'CERT_INFO', cert_type: 'IDENTITY_CARD', cert_name: ok().name, cert_no: ok().idNumber };
  const bizContent = { outer_order_no: orderNo(), biz_code: 'FACE', identity_param: identityParam, merchant_config: { return_url: 'alipays://x' } };
  const { certifyId } = await exec('alipay.user.certify.open.initialize', { bizContent });
  const query = () => exec('alipay.user.certify.open.query', { bizContent: { certify_id: certifyId } });
  expect(await query()).toMatchObject({ passed: 'F' });
  const url = sdk().pageExecute('alipay.user.certify.open.certify', 'GET', { bizContent: { certify_id: certifyId } });
  expect(await world.phone('alipay/face', 'ok', { certifyId, url })).toEqual({ resultStatus: '9000' });
  expect(await query()).toMatchObject({ code: '10000', passed: 'T' });
});

test('sends a template message to who subscribed, and to nobody else', async () => {
  const data = JSON.stringify({ keyword1: { value: '凭证密码已经改过' }, keyword2: { value: '2026年11月22日 10:05' }, keyword3: { value: '非本人操作请拨打12393' } });
  const send = () => exec('alipay.open.app.mini.templatemessage.send', { bizContent: { to_open_id: ok().openId.alipay, user_template_id: ALIPAY_TEMPLATES.safety.id, page: 'pages/home/home', data } });
  expect(await send()).toMatchObject({ code: '40004' });
  await world.phone('alipay/subscribe', 'ok', { entityIds: [ALIPAY_TEMPLATES.safety.id] });
  expect(await send()).toMatchObject({ code: '10000' });
  expect(world.outside.inbox('ok')).toHaveLength(1);
});

test('is told in the documented way what is wrong', async () => {
  // the SDK looks for the signed text under the method's name alone, so that it cannot verify an error_response
  expect(await sdk().exec('alipay.system.oauth.token', { grantType: 'authorization_code', code: 'invented' })).toMatchObject({ code: '40002', subCode: 'isv.code-invalid' });
  expect(await exec('alipay.user.info.share', { authToken: 'invented' })).toMatchObject({ code: '20001', subCode: 'aop.invalid-auth-token' });
});

test('with another key is refused; an answer by another key it does not believe', async () => {
  const stranger = { privateKey: keys.alipay.alipayPrivateKey };
  await expect(exec('alipay.user.info.share', { authToken: 'x' }, sdk(stranger))).resolves.toMatchObject({ subCode: 'isv.invalid-signature' });
  await expect(exec('alipay.user.info.share', { authToken: 'x' }, sdk({ alipayPublicKey: keys.alipay.appPublicKey }))).rejects.toThrow(/验签失败|sign/);
});
