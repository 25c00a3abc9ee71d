import { sm2 } from '../crypto/sm.vectors.json';
import { BureauConfig, compactTime } from '../upstream/bureau-message';
import { opened, sealed, type Envelope, type Fields } from '../upstream/envelope';

const account = { appId: '0123456789ABCDEF0123456789ABCDEF', appSecret: 'FEDCBA9876543210FEDCBA9876543210' };

/** One pair of keys serves both sides in these tests; the simulator has two. */
export const BUREAU = BureauConfig.parse({ url: 'https://bureau.example/hsa', orgCode: 'E37010000001', ...account, privateKey: sm2.dHex, platformPublicKey: sm2.publicHex });

/** A message as the bureau's platform sends it at this moment. */
export const fromBureau = (content: Fields, at: Date) => sealed(content, { account, timestamp: compactTime(at), privateKey: sm2.dHex });

/** The same, signed by somebody who is not the platform. */
export const fromStranger = (content: Fields, at: Date) => sealed(content, { account, timestamp: compactTime(at), privateKey: '1'.padStart(64, '0') });

/** What the platform reads in an answer. */
export const readByBureau = (answer: unknown): Fields => opened(answer as Envelope & Fields, { account, publicKey: sm2.publicHex });

export const PLATFORM_TEMPLATES = {
  weapp: { safety: { id: 'wx-safety' }, settlement: { id: 'wx-settlement' }, refund: { id: 'wx-refund' }, opening: { id: 'wx-opening' } },
  alipay: { safety: { id: 'ali-safety' } },
};
