import envelope from '../crypto/envelope.vectors.json';
import { engine } from '../crypto/choose-engine';
import { type Answer, proved } from '../crypto/self-test';
import { sm2 } from '../crypto/sm.vectors.json';
import { sm2SelfTest } from '../crypto/sm2-self-test';
import { encDataOf, type Fields, keyFrom, opened, stringToSign } from './envelope';

function* answers(): Generator<Answer> {
  const { appId, appSecret, version, timestamp, dataJson, encData, oneValidSignData: signData } = envelope;
  const [account, data] = [{ appId, appSecret }, JSON.parse(dataJson) as Fields];
  const head = { appId, version, timestamp, encType: 'SM4', signType: 'SM2' };
  yield ['envelope key', keyFrom(account), envelope.derivedKey];
  yield ['envelope content', encDataOf(data, account), encData];
  yield ['envelope text', engine.sm3(Buffer.from(stringToSign(head, data, appSecret))).toString('hex'), envelope.sm3OfSignString];
  yield ['envelope opened', JSON.stringify(opened({ ...head, encData, signData }, { account, publicKey: sm2.publicHex })), dataJson];
}

/** Known answers of SM2 and of the national envelope, before a message goes to the platform or one of its is believed. Throws SelfTestFailed. */
export function envelopeSelfTest(): void {
  sm2SelfTest();
  proved(answers());
}
