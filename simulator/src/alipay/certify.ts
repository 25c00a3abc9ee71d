import { DAY, hasValidCheckCharacter, later, type Clock } from '@yibao/shared';
import type { Look } from '../persons/camera';
import { textIn } from '../wire/asked';
import { failure, success, type Method, type Node } from './gateway';

/** A certify_id can be used for 23 hours. */
const LIFETIME_MS = (23 / 24) * DAY;

/** resultStatus of my.startAPVerify, and fail_reason for those who have the extension. */
const OUTCOMES: Readonly<Record<Look, { resultStatus: string; failReason?: string }>> = {
  passes: { resultStatus: '9000' },
  light: { resultStatus: '4000', failReason: '205' },
  network: { resultStatus: '6002' },
  'no photo': { resultStatus: '4000', failReason: '203' },
  'another face': { resultStatus: '4000', failReason: '204' },
  unsupported: { resultStatus: '4000' },
  cancelled: { resultStatus: '6001' },
};

interface Certification {
  readonly orderNo: string;
  readonly idNumber: string;
  readonly until: Date;
  passed: boolean;
  failReason?: string | undefined;
}

function wrongIn(biz: Record<string, unknown>, identity: Record<string, unknown>): Node | undefined {
  const isCard = identity['identity_type'] === 'CERT_INFO' && identity['cert_type'] === 'IDENTITY_CARD';
  if (biz['biz_code'] !== 'FACE' || !isCard) return failure(40004, 'INVALID_PARAMETER', '参数有误');
  if (!/^[0-9A-Za-z]{32}$/.test(textIn(biz, 'outer_order_no'))) return failure(40004, 'INVALID_PARAMETER', 'outer_order_no 应为32位字母数字');
  const complete = textIn(identity, 'cert_name') !== '' && hasValidCheckCharacter(textIn(identity, 'cert_no'));
  return complete ? undefined : failure(40004, 'CERT_INFO_INVALID', '证件信息有误');
}

export interface Certifications {
  readonly methods: Readonly<Record<string, Method>>;
  /** my.startAPVerify on a phone. */
  verify(certifyId: string, look: (idNumber: string) => Look): { resultStatus: string };
}

/** alipay.user.certify.open.initialize and .query. */
export function certifications(now: Clock, newId: () => string): Certifications {
  const all = new Map<string, Certification>();
  const isTaken = (orderNo: string) => [...all.values()].some((one) => one.orderNo === orderNo);
  return {
    methods: {
      'alipay.user.certify.open.initialize': (_parameters, biz) => {
        const identity = (biz['identity_param'] ?? {}) as Record<string, unknown>;
        const wrong = wrongIn(biz, identity);
        if (wrong) return wrong;
        const orderNo = textIn(biz, 'outer_order_no');
        if (isTaken(orderNo)) return failure(40004, 'OUTER_ORDER_NO_REPEATED', '商户请求号重复');
        const certifyId = newId();
        all.set(certifyId, { orderNo, idNumber: textIn(identity, 'cert_no'), until: later(now(), LIFETIME_MS), passed: false });
        return success({ certify_id: certifyId });
      },
      'alipay.user.certify.open.query': (_parameters, biz) => {
        const found = all.get(textIn(biz, 'certify_id'));
        if (!found) return failure(40004, 'OPEN_CERTIFY_BILL_NOT_EXIST', '无效的certify_id');
        return success({ passed: found.passed ? 'T' : 'F', ...(found.failReason && { fail_reason: found.failReason }) });
      },
    },
    verify(certifyId, look) {
      const found = all.get(certifyId);
      if (!found || found.until <= now()) return { resultStatus: '4000' };
      const outcome = OUTCOMES[look(found.idNumber)];
      found.passed = outcome.resultStatus === '9000';
      found.failReason = outcome.failReason;
      return { resultStatus: outcome.resultStatus };
    },
  };
}
