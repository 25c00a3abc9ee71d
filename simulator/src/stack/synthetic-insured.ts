import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { idNumberOf } from '../persons/id-number';

const HEAD = 'certno,psn_name,psn_no,insuplc_admdvs,insutype,psn_type,psn_insu_stas,psn_insu_date\n';
const REGIONS = ['370100', '370200', '371700', '350300', '500100'];
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗';
const GIVEN = '安宁平和清文远明德仁义礼智信诚毅勤俭恭敬';
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(1930, 0, 1);
/** Up to the end of 2009. */
const DAYS = 29_000;

const of = <T>(list: ArrayLike<T>, i: number) => list[i % list.length]!;

/** The i-th invented person of area 999999 as a line; every thousandth line has a fault. */
export function lineOf(i: number): string {
  const birth = new Date(FIRST + (i % DAYS) * DAY_MS).toISOString().slice(0, 10);
  const name = `${of(SURNAMES, i)}${of(GIVEN, Math.floor(i / 7))}${of(GIVEN, Math.floor(i / 131))}`;
  const isEmployed = i % 3 === 0;
  const insutype = i % 1000 === 999 ? '999' : isEmployed ? '310' : '390';
  const facts = [idNumberOf(birth, Math.floor(i / DAYS)), name, `37${String(i).padStart(20, '0')}`, of(REGIONS, i), insutype, isEmployed ? '1101' : '1501', of('1112', i), `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`];
  return `${facts.join(',')}\n`;
}

/** Writes a file of invented persons for trying the import; of area 999999, each with a number of its own. */
export async function writeSynthetic(path: string, count: number): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 });
  file.write(HEAD);
  for (let i = 0; i < count; i += 1) if (!file.write(lineOf(i))) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}
