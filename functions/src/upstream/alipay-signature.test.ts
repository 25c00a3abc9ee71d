import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { isSignedBy, rsa2, stringToSign } from './alipay-signature';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The request of Alipay's page on making signatures oneself (自行实现签名), and the text that it says is signed. */
const EXAMPLE = {
  app_id: '2014072300007148',
  method: 'alipay.mobile.public.menu.add',
  charset: 'GBK',
  sign_type: 'RSA2',
  timestamp: '2014-07-24 03:07:50',
  biz_content: '{"button":[{"actionParam":"ZFB_HFCZ","actionType":"out","name":"话费充值"},{"actionParam":"http://m.alipay.com","actionType":"link","name":"最新优惠"}]}',
  sign: 'e9zEAe4TTQ4LPLQvETPoLGXTiURcxiAKfMVQ6Hrrsx2hmyIEGvSfAQzbLxHrhyZ48wOJXTsD4FPnt',
  version: '1.0',
};
const SIGNED =
  'app_id=2014072300007148&biz_content={"button":[{"actionParam":"ZFB_HFCZ","actionType":"out","name":"话费充值"},{"actionParam":"http://m.alipay.com","actionType":"link","name":"最新优惠"}]}&charset=GBK&method=alipay.mobile.public.menu.add&sign_type=RSA2&timestamp=2014-07-24 03:07:50&version=1.0';

/** Written from the page and not from our code: drop `sign` and what is empty, order by name, join, verify with SHA256withRSA. */
function isGenuine(parameters: Readonly<Record<string, string>>, key: string): boolean {
  const pairs: string[] = [];
  for (const name of Object.keys(parameters).sort()) {
    const value = parameters[name];
    if (name !== 'sign' && value !== undefined && value !== '') pairs.push(name.concat('=', value));
  }
  const publicHalf = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
  return verify('sha256', Buffer.from(pairs.join('&')), publicHalf, Buffer.from(parameters['sign'] ?? '', 'base64'));
}

const KEY = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

test('the text that is signed is that of Alipay’s own example', () => {
  expect(stringToSign(EXAMPLE)).toBe(SIGNED);
});

test('an empty parameter is not signed', () => {
  expect(stringToSign({ ...EXAMPLE, notify_url: '' })).toBe(SIGNED);
});

test('a verifier written from the page believes our signature, and no other', () => {
  const signed = { ...EXAMPLE, sign: rsa2(stringToSign(EXAMPLE), privateKey) };
  expect(isGenuine(signed, KEY)).toBe(true);
  expect(isGenuine({ ...signed, version: '1.1' }, KEY)).toBe(false);
  expect(isGenuine(EXAMPLE, KEY)).toBe(false);
  expect(isSignedBy(publicKey, SIGNED, signed.sign)).toBe(true);
});
