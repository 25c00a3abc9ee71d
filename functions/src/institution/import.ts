import type { Clock } from '@yibao/shared';
import { NoPublicKey, publicKeyIn } from '../assertion/public-key';
import { type CsvFile, type FaultsFile, looked } from '../csv/csv-file';
import { type Fault, faultLine, FAULTS_HEAD } from '../csv/fault';
import { type CsvRow, rowsIn } from '../csv/rows';
import type { InstitutionImports } from './imports';
import type { Institution } from './institution';
import { type Column, COLUMNS, type InstitutionLine, readLine } from './read-line';
import { registered, Unregistrable } from './registration';
import type { Institutions } from './store';

export interface ImportNeeds {
  readonly institutions: Pick<Institutions, 'change' | 'find'>;
  /** Rejects with NotImportable where there is no such file. `read` gives a key's file, named from where the CSV file is. */
  readonly open: (path: string) => Promise<{ file: CsvFile; faults: FaultsFile; read: (path: string) => Promise<string> }>;
  /** Who registered which file. */
  readonly imports: InstitutionImports;
  readonly now: Clock;
  readonly print: (line: string) => void;
}

type Outcome = 'added' | 'changed' | 'same';

const OUTCOMES: Readonly<Record<Outcome, string>> = { added: '新增 added', changed: '更新 changed', same: '没有变化 same' };

const MISSING: Fault = { field: 'key', what: '找不到公钥文件', remedy: '文件名相对CSV所在文件夹填写' };

const spoken = (field: string, error: Error): Fault => ({ field, what: error.message.split(' / ')[0]!.replaceAll(',', '，'), remedy: '改正后把这一行再导一次' });

interface Taking extends Pick<ImportNeeds, 'institutions'> {
  readonly read: (path: string) => Promise<string>;
  readonly isWriting: boolean;
}

async function keyText({ key }: InstitutionLine, { read }: Taking): Promise<string | Fault> {
  return key.startsWith('{') ? key : read(key).catch(() => MISSING);
}

const isSame = (a: Institution | undefined, b: Institution) => a !== undefined && JSON.stringify([a.name, a.active, a.keys]) === JSON.stringify([b.name, b.active, b.keys]);

async function entered(line: InstitutionLine, text: string, { institutions, isWriting }: Taking): Promise<Outcome> {
  const key = await publicKeyIn(text);
  const known = await institutions.find(line.orgId);
  const next = registered(known, { orgId: line.orgId, name: line.name, kind: line.kind, key });
  if (isSame(known, next)) return 'same';
  if (isWriting) await institutions.change(line.orgId, (current) => registered(current, { orgId: line.orgId, name: line.name, kind: line.kind, key }));
  return known ? 'changed' : 'added';
}

async function taken(row: CsvRow<Column>, needs: Taking): Promise<Outcome | Fault> {
  const line = row.fault ?? readLine(row.values);
  if ('remedy' in line) return line;
  const text = await keyText(line, needs);
  if (typeof text !== 'string') return text;
  try {
    return await entered(line, text, needs);
  } catch (error) {
    if (error instanceof NoPublicKey) return spoken('key', error);
    if (error instanceof Unregistrable) return spoken('fixmedins_code', error);
    throw error;
  }
}

/** Registers the institutions of a CSV file in somebody's name, or only says what it would do. The same file again changes nothing. Throws NotImportable. */
export async function importInstitutions(path: string, by: string | undefined, { institutions, imports, open, now, print }: ImportNeeds): Promise<number> {
  const isWriting = by !== undefined;
  const { file, faults, read } = await open(path);
  const { encoding, digest } = await looked(file);
  const counts = { added: 0, changed: 0, same: 0, bad: 0 };
  const one = async (row: CsvRow<Column>) => {
    const outcome = await taken(row, { institutions, read, isWriting });
    counts[typeof outcome === 'string' ? outcome : 'bad'] += 1;
    if (typeof outcome !== 'string') await faults.write(faultLine(row.line, outcome));
  };
  await faults.write(FAULTS_HEAD);
  try {
    for await (const { rows } of rowsIn(file, encoding, COLUMNS)) for (const row of rows) await one(row);
  } finally {
    await faults.close();
  }
  if (by !== undefined) await imports.note({ by, at: now().toISOString(), digest, ...counts });
  const told = (Object.keys(OUTCOMES) as Outcome[]).map((outcome) => `${OUTCOMES[outcome]} ${counts[outcome]}`);
  print(`${isWriting ? '导入完成 done' : '试导，什么也没有写（加 --write --by 经办人 正式导入）dry run'}：${told.join('，')}，有错 bad ${counts.bad}${counts.bad > 0 ? `，见 ${faults.name}` : ''}`);
  return counts.bad === 0 ? 0 : 1;
}
