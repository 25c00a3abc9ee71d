import vectors from '@yibao/functions/src/crypto/envelope.vectors.json';
import { sm2 } from '@yibao/functions/src/crypto/sm.vectors.json';
import { answerOf, contentOf } from './envelope';

const { appId, appSecret, version, timestamp, encData, dataJson, oneValidSignData } = vectors;
const account = { orgCode: 'E37000000001', appId, appSecret, appPrivateKey: '', appPublicKey: sm2.publicHex, platformPrivateKey: sm2.dHex, platformPublicKey: sm2.publicHex };
const published = { appId, version, timestamp, encType: 'SM4', signType: 'SM2', encData, signData: oneValidSignData };

test('the envelope’s vectors open here too', () => {
  expect(contentOf(published, account)).toEqual(JSON.parse(dataJson));
});

test('an answer is encrypted as it is and signed in its sorted form', () => {
  const data = { balance: 1286.5, none: null, infcode: 0 };
  expect(contentOf(answerOf(data, timestamp, account), account)).toEqual(data);
  expect(answerOf(JSON.parse(dataJson) as Record<string, unknown>, timestamp, account)['encData']).toBe(encData);
});

test.each([{ signData: undefined }, { encData: 'zz' }, { encData: encData.slice(0, 64) }, { timestamp: '20260101080001' }])('%j is not genuine', (change) => {
  expect(contentOf({ ...published, ...change }, account)).toBeUndefined();
});
