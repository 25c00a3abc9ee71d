import { ageOn, birthDateOf, chinaDay, genderOf, type Clock } from '@yibao/shared';
import type { Retell } from '../faults/retell';
import type { People } from '../persons/people';
import type { Insurance, Person } from '../persons/person';
import { fieldsOf, json, textIn, type Handler, type Routes } from '../wire/asked';
import { answerOf, type BureauAccount, retoldSealed } from './envelope';
import { bureauGuard, compactTime, headCheck } from './guard';
import { personNumber, personNumberIn } from './person-number';
import { type Bill, settlements } from './settlements';

/** The first day of the month so many months ago. */
function monthsBefore(day: string, months: number): string {
  const at = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 - months, 1));
  return at.toISOString().slice(0, 10);
}

const insuranceRow = (person: Person, row: Insurance, today: string) => ({
  balc: row.insutype === '310' ? 1286.5 : 0,
  insutype: row.insutype,
  psn_type: row.psnType,
  psn_insu_stas: row.status,
  psn_insu_date: monthsBefore(today, row.months),
  paus_insu_date: row.status === '1' ? null : monthsBefore(today, 1),
  cvlserv_flag: '0',
  insuplc_admdvs: row.region,
  emp_name: row.insutype === '310' ? '示例单位' : null,
  psn_no: personNumberIn(person, person.insured[0]?.region ?? row.region, row.otherPersonNumber),
});

const outputOf = (person: Person, today: string) => ({
  baseinfo: {
    psn_no: personNumber(person),
    psn_cert_type: '01',
    certno: person.idNumber,
    psn_name: person.bureauName,
    gend: genderOf(person.idNumber) === '男' ? '1' : '2',
    naty: '01',
    brdy: birthDateOf(person.idNumber),
    age: ageOn(birthDateOf(person.idNumber), today),
  },
  insuinfo: person.insured.map((row) => insuranceRow(person, row, today)),
  idetinfo: [],
});

type Fields = Record<string, unknown>;

type Outcome = { readonly output: object } | string;

function personIn(people: People, data: Fields, today: string): Outcome {
  if (data['mdtrt_cert_type'] !== '02' || data['psn_cert_type'] !== '01' || data['mdtrt_cert_no'] !== data['certno']) return '凭证类型或证件号码有误';
  const person = people.byIdNumber(textIn(data, 'certno'));
  if (!person || person.insured.length === 0) return '未查询到人员基本信息';
  return person.bureauName === data['psn_name'] ? { output: outputOf(person, today) } : '姓名与证件号码不符';
}

const BILL = { orgId: 'H37010200001', hospitalName: '济南市示范人民医院', outBizNo: '', total: '123.45', fund: '80.00', account: '20.50', own: '22.95' };

/** What a tester said of a bill; the rest is as usual. */
const billIn = (fields: Fields): Bill => Object.fromEntries(Object.entries(BILL).map(([name, usual]) => [name, textIn(fields, name) || usual])) as unknown as Bill;

export interface Bureau {
  readonly routes: Routes;
  readonly retell: Retell;
  /** A counter settles or refunds: the answer has the message with which the platform then tells the voucher service. */
  readonly counter: Routes;
}

/** The bureau's information platform in the national envelope: 1101 人员基本信息, 5203 结算信息, 5204 费用明细, and its notices of settlements. */
export function bureau(account: BureauAccount, { people, now }: { people: People; now: Clock }): Bureau {
  const guard = bureauGuard(account, now);
  const wrongIn = headCheck(account);
  const bills = settlements(now);
  const transactions: Readonly<Record<string, (data: Fields) => Outcome>> = { '1101': (data) => personIn(people, data, chinaDay(now())), ...bills.queries };
  const sealed = (content: Fields) => answerOf(content, compactTime(now()), account);
  const answering = (infno: string, find: (data: Fields) => Outcome): Handler => ({ body }) => {
    const taken = guard(fieldsOf(body));
    if ('wrong' in taken) return json({ success: false, code: 500401, message: taken.wrong });
    const found = wrongIn(taken.content, infno) ?? find(((taken.content['input'] ?? {}) as { data?: Fields }).data ?? {});
    const fields = typeof found === 'string' ? { infcode: -1, err_msg: found, output: null } : { infcode: 0, err_msg: null, ...found };
    return json(sealed({ ...fields, inf_refmsgid: textIn(taken.content, 'msgid') }));
  };
  return {
    retell: retoldSealed(account),
    routes: Object.fromEntries(Object.entries(transactions).map(([infno, find]) => [`POST /bureau/${infno}`, answering(infno, find)])),
    counter: {
      'POST /settlements': ({ body }) => {
        const person = people.byId(textIn(fieldsOf(body), 'person'));
        if (!person) return json({ message: 'no such person' }, 404);
        const { place, notice } = bills.settle(person, billIn(fieldsOf(body)));
        return json({ place, message: sealed(notice) }, 201);
      },
      'POST /settlements/refund': ({ body }) => {
        const notice = bills.refund(textIn(fieldsOf(body), 'settlementId'));
        return notice ? json({ message: sealed(notice) }, 201) : json({ message: 'no such settlement' }, 404);
      },
    },
  };
}
