import { IdNumber, PersonName, RegionCode } from '@yibao/shared';
import type { Columns } from '../csv/rows';
import type { Fault } from '../csv/fault';
import type { InsuredLine } from './insured';

export const COLUMNS = {
  required: ['certno', 'psn_name', 'psn_no', 'insuplc_admdvs', 'insutype', 'psn_type', 'psn_insu_stas', 'psn_insu_date'],
  optional: [],
} as const satisfies Columns<string>;

export type Column = (typeof COLUMNS.required)[number];
type Values = Readonly<Record<Column, string>>;

/** What the national dictionary calls insutype. */
const INSUTYPES = new Set(['310', '320', '330', '340', '350', '360', '370', '380', '390', '391', '392', '399', '410', '510']);

const DAY = /^(\d{4})(?:-(\d{2})-(\d{2})|(\d{2})(\d{2})|\/(\d{1,2})\/(\d{1,2}))$/;

/** A day as YYYY-MM-DD; undefined where there is no such day. */
function dayIn(text: string): string | undefined {
  const [, year, ...parts] = DAY.exec(text) ?? [];
  const [month = '', date = ''] = (parts as (string | undefined)[]).filter((part) => part !== undefined);
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const instant = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? day : undefined;
}

const EARLIEST = '1949-10-01';

interface Rule {
  readonly field: Column;
  readonly isRight: (text: string, today: string) => boolean;
  readonly fault: (text: string) => Omit<Fault, 'field'>;
}

const SCIENTIFIC = /^\d(\.\d+)?E\+?\d+$/i;

const TEXT_CELLS = '表格软件把号码变成了数字：先把这一列设为“文本”，再重新粘贴并导出';

const fixed = (what: string, remedy: string) => () => ({ what, remedy });

const RULES: readonly Rule[] = [
  { field: 'certno', isRight: (text) => IdNumber.safeParse(text).success, fault: (text) => (SCIENTIFIC.test(text) ? { what: '号码成了科学计数', remedy: TEXT_CELLS } : { what: '身份证号不是18位，或校验位、出生日期不对', remedy: '核对证件；军官证等其他证件不能用于激活' }) },
  { field: 'psn_name', isRight: (text) => PersonName.safeParse(text).success, fault: (text) => (text.includes('\uFFFD') ? { what: '姓名里有乱码', remedy: '把文件存为UTF-8或GB18030后重新导出' } : { what: '姓名为空、太长，或有不该有的字符', remedy: '填证件上的姓名，2到50个字，不要有空格以外的符号' }) },
  { field: 'psn_no', isRight: (text) => /^[0-9A-Za-z]{1,30}$/.test(text), fault: (text) => (SCIENTIFIC.test(text) ? { what: '编号成了科学计数', remedy: TEXT_CELLS } : { what: '人员编号为空或有字母数字以外的字符', remedy: '填医保系统里的人员编号，最多30位' }) },
  { field: 'insuplc_admdvs', isRight: (text) => RegionCode.safeParse(text).success, fault: fixed('参保地不是6位区划代码', '填参保地医保区划，如370100') },
  { field: 'insutype', isRight: (text) => INSUTYPES.has(text), fault: fixed('险种不在国家险种字典里', '填3位险种代码：310职工、390居民、340离休等') },
  { field: 'psn_type', isRight: (text) => /^\d{2,6}$/.test(text), fault: fixed('人员类别不是数字代码', '填人员类别代码：11开头在职、12开头退休、13开头离休、14、15、16开头居民') },
  { field: 'psn_insu_stas', isRight: (text) => /^[0-4]$/.test(text), fault: fixed('参保状态不是0到4', '填1正常、2暂停、4终止（0未参保、3按终止算）') },
  { field: 'psn_insu_date', isRight: (text, today) => (dayIn(text) ?? '') >= EARLIEST && dayIn(text)! <= today, fault: fixed('参保日期不是一个过去的日子', '写成2018-05-01（也可20180501、2018/5/1），不晚于今天') },
];

/** 12…: 退休人员 */
const isRetired = (psnType: string) => psnType.startsWith('12');

const lineOf = (values: Values): InsuredLine => ({
  idNumber: values.certno.toUpperCase(),
  name: values.psn_name,
  insurance: {
    psnNo: values.psn_no,
    region: values.insuplc_admdvs,
    insutype: values.insutype,
    status: values.psn_insu_stas,
    since: dayIn(values.psn_insu_date)!,
    retired: isRetired(values.psn_type),
  },
});

/** What a line of the file says of a person, or its first fault. `today` is YYYY-MM-DD. */
export function readLine(values: Values, today: string): InsuredLine | Fault {
  const broken = RULES.find(({ field, isRight }) => !isRight(values[field], today));
  return broken ? { field: broken.field, ...broken.fault(values[broken.field]) } : lineOf(values);
}

export const isFault = (read: InsuredLine | Fault): read is Fault => 'remedy' in read;
