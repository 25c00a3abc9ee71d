import { HOUR, later, Yuan } from '@yibao/shared';
import * as z from 'zod/mini';

/** Beijing time, `yyyy-MM-dd HH:mm:ss` or `yyyyMMddHHmmss`. */
const Time = z.pipe(
  z.string().check(z.regex(/^\d{4}-?\d\d-?\d\d ?\d\d:?\d\d:?\d\d$/)),
  z.transform((text) => {
    const [, y, mo, d, h, mi, s] = /^(....)-?(..)-?(..) ?(..):?(..):?(..)$/.exec(text)!;
    const at = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
    return Number.isNaN(at) ? '' : later(new Date(at), -8 * HOUR).toISOString();
  }),
);

const Text = z.string().check(z.minLength(1), z.maxLength(64));
const OrgId = z.string().check(z.regex(/^[A-Z]\d{11}$/));
const IdNo = z.string().check(z.regex(/^\d{17}[\dXx]$/));
const none = () => z._default(z.optional(Yuan), 0);

/** The result of a settlement, in the names of `cn.nhsa.settle.notify`. */
const Settled = z.object({
  transType: z.literal('cn.nhsa.settle.notify'),
  orgId: OrgId,
  data: z.object({ outBizNo: Text, medicalSettleState: z.enum(['SUCCESS', 'FAIL']), idNo: IdNo, setlTime: Time, hospitalName: Text, totalFee: Yuan, hifAmt: none(), acctAmt: none(), ownAmt: none() }),
});

/** The result of a refund, in the names of transaction 6203. No public document names its transType; `cn.nhsa.refund.notify` is taken after that of a settlement. */
const Refunded = z.object({
  transType: z.literal('cn.nhsa.refund.notify'),
  orgId: OrgId,
  data: z.object({ outBizNo: z.optional(Text), appRefdSn: Text, refStatus: z.enum(['SUCC', 'FAIL', 'EXP']), idNo: IdNo, appRefdTime: Time, hospitalName: Text, totlRefdAmt: Yuan, fundRefdAmt: none(), psnAcctRefdAmt: none(), cashRefdAmt: none() }),
});

const Message = z.discriminatedUnion('transType', [Settled, Refunded]);

/** What the bureau's platform says, in the service's own words. */
export interface Result {
  readonly orgId: string;
  /** The number of the settlement or refund, with how it ended: told once. */
  readonly no: string;
  /** The terminal's request at the scan. */
  readonly requestId: string;
  readonly idNumber: string;
  readonly at: string;
  readonly institution: string;
  readonly outcome: 'settled' | 'failed' | 'refunded';
  /** fen */
  readonly total: number;
  readonly fund: number;
  readonly own: number;
}

type Settlement = z.infer<typeof Settled>;
type Refund = z.infer<typeof Refunded>;

const settlementIn = ({ orgId, data }: Settlement): Result => ({
  orgId,
  no: `S#${data.outBizNo}#${data.medicalSettleState}`,
  requestId: data.outBizNo,
  idNumber: data.idNo.toUpperCase(),
  at: data.setlTime,
  institution: data.hospitalName,
  outcome: data.medicalSettleState === 'SUCCESS' ? 'settled' : 'failed',
  total: data.totalFee,
  fund: data.hifAmt + data.acctAmt,
  own: data.ownAmt,
});

/** FAIL and EXP need a person at the counter; the holder is told when it is done. */
const refundIn = ({ orgId, data }: Refund): Result | undefined =>
  data.refStatus !== 'SUCC'
    ? undefined
    : {
        orgId,
        no: `R#${data.appRefdSn}`,
        requestId: data.outBizNo ?? '',
        idNumber: data.idNo.toUpperCase(),
        at: data.appRefdTime,
        institution: data.hospitalName,
        outcome: 'refunded',
        total: data.totlRefdAmt,
        fund: data.fundRefdAmt + data.psnAcctRefdAmt,
        own: data.cashRefdAmt,
      };

const addsUp = ({ outcome, total, fund, own }: Result) => outcome === 'failed' || fund + own === total;

/** What is wrong with the content, or what it says; undefined where there is nothing to tell. */
export function resultIn(content: unknown): { readonly wrong: string } | { readonly result: Result | undefined } {
  const read = Message.safeParse(content);
  if (!read.success) return { wrong: `报文内容有误：${read.error.issues.map(({ path }) => path.join('.')).join('、')}` };
  const result = read.data.transType === 'cn.nhsa.settle.notify' ? settlementIn(read.data) : refundIn(read.data);
  if (result?.at === '') return { wrong: '报文内容有误：时间' };
  return result && !addsUp(result) ? { wrong: '报文内容有误：金额相加与总额不符' } : { result };
}
