import { ageOn, birthDateOf, chinaDay, genderOf, type Clock } from '@yibao/shared';
import type { People } from '../persons/people';
import type { Insurance, Person } from '../persons/person';
import { fieldsOf, json, textIn, type Routes } from '../wire/asked';
import { answerOf, type BureauAccount } from './envelope';
import { bureauGuard, compactTime, headCheck } from './guard';

/** 26 digits: region, then a number of the person. */
const personNumber = (person: Person, region: string, other = false) => `${region}${other ? '9' : '0'}${person.idNumber.slice(6, 17).padStart(19, '0')}`;

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
  psn_no: personNumber(person, person.insured[0]?.region ?? row.region, row.otherPersonNumber),
});

const outputOf = (person: Person, today: string) => ({
  baseinfo: {
    psn_no: personNumber(person, person.insured[0]?.region ?? '370000'),
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

/** The bureau's information platform: transaction 1101 (人员基本信息获取) in the national envelope. */
export function bureau(account: BureauAccount, { people, now }: { people: People; now: Clock }): { readonly routes: Routes } {
  const guard = bureauGuard(account, now);
  const wrongIn = headCheck(account);
  const find = (data: Fields): { output: object } | string => {
    if (data['mdtrt_cert_type'] !== '02' || data['psn_cert_type'] !== '01' || data['mdtrt_cert_no'] !== data['certno']) return '凭证类型或证件号码有误';
    const person = people.byIdNumber(textIn(data, 'certno'));
    if (!person || person.insured.length === 0) return '未查询到人员基本信息';
    if (person.bureauName !== data['psn_name']) return '姓名与证件号码不符';
    return { output: outputOf(person, chinaDay(now())) };
  };
  const outcomeOf = (content: Fields): { output: object } | string => wrongIn(content) ?? find(((content['input'] ?? {}) as { data?: Fields }).data ?? {});
  return {
    routes: {
      'POST /bureau/1101': ({ body }) => {
        const taken = guard(fieldsOf(body));
        if ('wrong' in taken) return json({ success: false, code: 500401, message: taken.wrong });
        const found = outcomeOf(taken.content);
        const fields = typeof found === 'string' ? { infcode: -1, err_msg: found, output: null } : { infcode: 0, err_msg: null, ...found };
        return json(answerOf({ ...fields, inf_refmsgid: textIn(taken.content, 'msgid') }, compactTime(now()), account));
      },
    },
  };
}
