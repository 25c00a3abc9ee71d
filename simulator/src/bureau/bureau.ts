import { ageOn, birthDateOf, chinaDay, genderOf, type Clock } from '@yibao/shared';
import type { People } from '../persons/people';
import type { Insurance, Person } from '../persons/person';
import { fieldsOf, json, textIn, type Reply, type Routes } from '../wire/asked';
import { hmacGuard } from '../wire/hmac';

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

/** What is wrong with the head of the message. */
function wrongIn(message: Record<string, unknown>, appId: string, seen: ReadonlySet<string>): string | undefined {
  const msgid = textIn(message, 'msgid');
  if (message['infno'] !== '1101' || message['opter_type'] !== '3') return '交易编号或经办人类别有误';
  if (!new RegExp(`^${appId}\\d{18}$`).test(msgid)) return '报文编号格式有误';
  if (!/^\d{6}$/.test(textIn(message, 'mdtrtarea_admvs'))) return '就医地医保区划有误';
  return seen.has(msgid) ? '报文编号重复' : undefined;
}

const answer = (msgid: string, fields: object): Reply => json({ infcode: 0, inf_refmsgid: msgid, err_msg: null, output: null, ...fields });

/** The bureau's information platform: transaction 1101 (人员基本信息获取). */
export function bureau(account: { appId: string; secret: string }, { people, now }: { people: People; now: Clock }): { readonly routes: Routes } {
  const guard = hmacGuard({ key: account.appId, secret: account.secret }, now);
  const seen = new Set<string>();
  const find = (data: Record<string, unknown>): { output: object } | string => {
    if (data['mdtrt_cert_type'] !== '02' || data['psn_cert_type'] !== '01' || data['mdtrt_cert_no'] !== data['certno']) return '凭证类型或证件号码有误';
    const person = people.byIdNumber(textIn(data, 'certno'));
    if (!person || person.insured.length === 0) return '未查询到人员基本信息';
    if (person.bureauName !== data['psn_name']) return '姓名与证件号码不符';
    return { output: outputOf(person, chinaDay(now())) };
  };
  return {
    routes: {
      'POST /bureau/1101': (asked) => {
        const message = fieldsOf(asked.body);
        const msgid = textIn(message, 'msgid');
        const wrong = guard(asked) ?? wrongIn(message, account.appId, seen);
        if (wrong) return answer(msgid, { infcode: -1, err_msg: wrong });
        seen.add(msgid);
        const { data } = (message['input'] ?? {}) as { data?: Record<string, unknown> };
        const found = find(data ?? {});
        return answer(msgid, typeof found === 'string' ? { infcode: -1, err_msg: found } : found);
      },
    },
  };
}
