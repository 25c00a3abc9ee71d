import { chinaTime, later, HOUR, type Clock } from '@yibao/shared';
import type { Person } from '../persons/person';
import { textIn } from '../wire/asked';
import { personNumber } from './person-number';

type Fields = Record<string, unknown>;

/** What a counter settled; amounts in yuan as text. */
export interface Bill {
  readonly orgId: string;
  readonly hospitalName: string;
  /** The request under which the code was decoded. */
  readonly outBizNo: string;
  readonly total: string;
  readonly fund: string;
  readonly account: string;
  readonly own: string;
}

interface Settlement extends Bill {
  readonly setlId: string;
  readonly mdtrtId: string;
  readonly psnNo: string;
  readonly person: Person;
  readonly at: Date;
}

/** Beijing time, yyyy-MM-dd HH:mm:ss. */
const beijing = (at: Date) => `${later(at, 8 * HOUR).toISOString().slice(0, 10)} ${chinaTime(at)}:${String(at.getUTCSeconds()).padStart(2, '0')}`;

const setlinfo = ({ setlId, mdtrtId, psnNo, person, at, ...bill }: Settlement) => ({
  setl_id: setlId,
  mdtrt_id: mdtrtId,
  psn_no: psnNo,
  psn_name: person.bureauName,
  psn_cert_type: '01',
  certno: person.idNumber,
  insutype: person.insured[0]?.insutype ?? '310',
  fixmedins_code: bill.orgId,
  fixmedins_name: bill.hospitalName,
  setl_time: beijing(at),
  med_type: '11',
  medfee_sumamt: bill.total,
  fund_pay_sumamt: bill.fund,
  acct_pay: bill.account,
  acct_mulaid_pay: '0',
  psn_cash_pay: bill.own,
});

/** One row: what was settled was one examination. */
const detail = ({ setlId, mdtrtId, total, own }: Settlement) => [
  { setl_id: setlId, mdtrt_id: mdtrtId, feedetl_sn: `${setlId}01`, med_list_codg: '001102000010000-110200001', medins_list_name: '普通门诊诊察费', cnt: 1, pric: total, det_item_fee_sumamt: total, fulamt_ownpay_amt: own },
];

const settleNotice = ({ orgId, hospitalName, outBizNo, setlId, person, at, ...bill }: Settlement): Fields => ({
  transType: 'cn.nhsa.settle.notify',
  orgId,
  msgid: `N${setlId}`,
  data: { outBizNo, medicalSettleState: 'SUCCESS', medicalSettleNo: setlId, bizType: 'settle', idNo: person.idNumber, userName: person.name, setlTime: beijing(at), hospitalName, totalFee: bill.total, hifAmt: bill.fund, acctAmt: bill.account, ownAmt: bill.own },
});

const refundNotice = ({ orgId, hospitalName, outBizNo, setlId, person, ...bill }: Settlement, at: Date): Fields => ({
  transType: 'cn.nhsa.refund.notify',
  orgId,
  msgid: `R${setlId}`,
  data: { outBizNo, appRefdSn: `RF${setlId}`, refStatus: 'SUCC', refdType: 'ALL', idNo: person.idNumber, appRefdTime: beijing(at), hospitalName, medicalSettleNo: setlId, totlRefdAmt: bill.total, fundRefdAmt: bill.fund, psnAcctRefdAmt: bill.account, cashRefdAmt: bill.own },
});

/** The settlements of the platform: 5203 and 5204, and what it tells the voucher service. */
export function settlements(now: Clock) {
  const all = new Map<string, Settlement>();
  const find = (data: Fields) => {
    const found = all.get(textIn(data, 'setl_id'));
    return found && found.psnNo === data['psn_no'] && found.mdtrtId === data['mdtrt_id'] ? found : undefined;
  };
  return {
    settle(person: Person, bill: Bill) {
      const no = String(all.size + 1).padStart(12, '0');
      // paid with the card, nothing was decoded before
      const made = { ...bill, outBizNo: bill.outBizNo || `CARD${no}`, person, at: now(), setlId: `37${no}`, mdtrtId: `38${no}`, psnNo: personNumber(person) };
      all.set(made.setlId, made);
      return { place: { personNo: made.psnNo, settlementId: made.setlId, visitId: made.mdtrtId, region: person.insured[0]?.region ?? '' }, notice: settleNotice(made) };
    },
    /** Undefined where there is no such settlement. */
    refund: (setlId: string): Fields | undefined => (all.has(setlId) ? refundNotice(all.get(setlId)!, now()) : undefined),
    queries: {
      '5203': (data: Fields) => {
        const found = find(data);
        return found ? { output: { setlinfo: setlinfo(found), setldetail: [] } } : '未查询到结算信息';
      },
      '5204': (data: Fields) => {
        const found = find(data);
        return found ? { output: detail(found) } : '未查询到费用明细';
      },
    },
  };
}

export type Settlements = ReturnType<typeof settlements>;
