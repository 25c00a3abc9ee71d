import { createHash } from 'node:crypto';
import { HOUR, SECOND, later, type Clock } from '@yibao/shared';
import type { Look } from '../persons/camera';
import type { People } from '../persons/people';
import type { Person } from '../persons/person';
import { fieldsOf, textIn, type Handler } from '../wire/asked';
import { done, refused } from './weapp-errors';

const LIFETIME_MS = HOUR;
const NOT_DONE = 10300;

const VERIFY_RET: Readonly<Record<Look, number>> = {
  passes: 10000,
  light: 90011,
  network: 90012,
  'no photo': 10026,
  'another face': 10004,
  unsupported: 90001,
  cancelled: 90004,
};

interface Verification {
  readonly openId: string;
  readonly orderNo: string;
  readonly cert: Readonly<Record<'cert_type' | 'cert_name' | 'cert_no', string>>;
  readonly until: Date;
  verifyRet: number;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

const hashOf = ({ cert_type, cert_name, cert_no }: Verification['cert']) =>
  createHash('sha256').update(`cert_type=${base64(cert_type)}&cert_name=${base64(cert_name)}&cert_no=${base64(cert_no)}`).digest('hex');

function certIn(fields: Record<string, unknown>): Verification['cert'] | undefined {
  const cert = (fields['cert_info'] ?? {}) as Record<string, unknown>;
  const read = { cert_type: textIn(cert, 'cert_type'), cert_name: textIn(cert, 'cert_name'), cert_no: textIn(cert, 'cert_no') };
  return read.cert_type === 'IDENTITY_CARD' && read.cert_name !== '' && read.cert_no !== '' ? read : undefined;
}

export interface WeappFaces {
  readonly getVerifyId: Handler;
  readonly queryVerifyInfo: Handler;
  /** wx.requestFacialVerify on this person's phone. */
  verify(person: Person, verifyId: string, look: (idNumber: string) => Look): { passed: boolean; errCode: number };
}

export function weappFaces(people: People, now: Clock, newId: () => string): WeappFaces {
  const all = new Map<string, Verification>();
  const isTaken = (orderNo: string) => [...all.values()].some((one) => one.orderNo === orderNo);
  return {
    getVerifyId({ body }) {
      const fields = fieldsOf(body);
      const [openId, orderNo, cert] = [textIn(fields, 'openid'), textIn(fields, 'out_seq_no'), certIn(fields)];
      if (!cert || orderNo === '' || isTaken(orderNo)) return refused(40097);
      if (!people.byOpenId('weapp', openId)) return refused(40003);
      const verifyId = newId();
      all.set(verifyId, { openId, orderNo, cert, until: later(now(), LIFETIME_MS), verifyRet: NOT_DONE });
      return done({ verify_id: verifyId, expires_in: LIFETIME_MS / SECOND });
    },
    queryVerifyInfo({ body }) {
      const fields = fieldsOf(body);
      const found = all.get(textIn(fields, 'verify_id'));
      if (!found || found.orderNo !== fields['out_seq_no'] || hashOf(found.cert) !== fields['cert_hash']) return refused(40097);
      return found.openId === fields['openid'] ? done({ verify_ret: found.verifyRet }) : refused(40003);
    },
    verify(person, verifyId, look) {
      const found = all.get(verifyId);
      if (!found || found.until <= now() || found.openId !== person.openId.weapp) return { passed: false, errCode: 10001 };
      found.verifyRet = VERIFY_RET[look(found.cert.cert_no)];
      return { passed: found.verifyRet === VERIFY_RET.passes, errCode: found.verifyRet === VERIFY_RET.passes ? 0 : found.verifyRet };
    },
  };
}
