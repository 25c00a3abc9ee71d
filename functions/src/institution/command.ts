import { chinaDay, chinaTime } from '@yibao/shared';
import type { Scan } from '../aws/table-scan';
import { optionsIn, runVerb, type Verb } from '../command-line/verbs';
import { refusedLines } from '../assertion/refused-count';
import type { RefusedAssertions } from '../assertion/refused-store';
import { NoPublicKey, publicKeyIn } from '../assertion/public-key';
import { NotImportable } from '../csv/csv-file';
import { importInstitutions, type ImportNeeds } from './import';
import { Institution } from './institution';
import { ended, registered, Unregistrable } from './registration';
import type { Institutions } from './store';

export interface InstitutionsCommandNeeds extends ImportNeeds {
  readonly institutions: Pick<Institutions, 'change' | 'find'>;
  readonly refused: Pick<RefusedAssertions, 'of'>;
  readonly scan: Scan;
  /** Rejects where there is no such file. */
  readonly read: (path: string) => Promise<string>;
  readonly print: (line: string) => void;
}

const HELP = `npm run institutions -- list                                          列出定点机构和合作渠道 lists institutions and partner channels
npm run institutions -- add CODE --name NAME --key FILE [--partner]   登记，或给已登记的再加一把公钥（JWK 文件） registers, or adds a key
npm run institutions -- end CODE                                      停用，令牌立即失效 closes it, its tokens end at once
npm run institutions -- end CODE --key NAME                           去掉一把公钥 takes one key away
npm run institutions -- import FILE.csv [--write --by WHO]            批量登记，先试导 registers a whole file, checks it first; docs/bureau/import.md
npm run institutions -- history                                       谁在什么时候导入过 who imported which file
npm run institutions -- refused [CODE]                                半年内被拒绝的登录；不写编码的，是没有登记的 sign-ins refused in half a year; without a code, of nobody registered`;

const PAGE = 200;

const lineOf = ({ orgId, kind, active, keys, name }: Institution) =>
  `${orgId.padEnd(14)} ${kind.padEnd(11)} ${active ? '在用 active' : '停用 closed'}  ${keys.map(({ kid }) => kid).join(', ')}  ${name}`;

async function list({ scan, print }: InstitutionsCommandNeeds): Promise<number> {
  let next: string | undefined;
  do {
    const page = await scan.page(next, PAGE);
    for (const row of page.rows.filter(({ sk }) => sk === 'INSTITUTION')) print(lineOf(Institution.parse(row)));
    next = page.next;
  } while (next !== undefined);
  return 0;
}

interface Adding {
  readonly orgId: string;
  readonly name: string;
  readonly file: string;
  readonly kind: Institution['kind'];
}

async function add({ orgId, name, file, kind }: Adding, { institutions, read, print }: InstitutionsCommandNeeds): Promise<number> {
  const key = await publicKeyIn(await read(file));
  print(lineOf(await institutions.change(orgId, (known) => registered(known, { orgId, name, kind, key }))));
  return 0;
}

async function end(orgId: string, kid: string | undefined, { institutions, print }: InstitutionsCommandNeeds): Promise<number> {
  print(lineOf(await institutions.change(orgId, (known) => ended(known, kid))));
  return 0;
}

type Act = ReturnType<Verb<InstitutionsCommandNeeds>>;

function adding([orgId = '', ...words]: readonly string[]): Act {
  const options = optionsIn(words.filter((word) => word !== '--partner'), ['--name', '--key']);
  const [name, file] = [options?.get('--name'), options?.get('--key')];
  const kind = words.includes('--partner') ? 'partner' : 'institution';
  return name && file ? (needs) => add({ orgId, name, file, kind }, needs) : undefined;
}

function ending([orgId, ...words]: readonly string[]): Act {
  const options = optionsIn(words, ['--key']);
  return orgId !== undefined && options ? (needs) => end(orgId, options.get('--key'), needs) : undefined;
}

/** A file alone is only checked; nothing is written in nobody's name. */
function importing([path, option, ...words]: readonly string[]): Act {
  const by = option === '--write' ? optionsIn(words, ['--by'])?.get('--by') : undefined;
  const isRight = path !== undefined && (option === undefined ? words.length === 0 : by !== undefined);
  return isRight ? (needs) => importInstitutions(path, by, needs) : undefined;
}

async function history({ imports, print }: InstitutionsCommandNeeds): Promise<number> {
  for (const { at, by, digest, added, changed, same, bad } of await imports.all()) {
    print(`${chinaDay(new Date(at))} ${chinaTime(new Date(at))}  ${by}  文件 file ${digest.slice(0, 16)}  新增 added ${added}，更新 changed ${changed}，没有变化 same ${same}，有错 bad ${bad}`);
  }
  return 0;
}

/** In whose name assertions were refused, by day and reason. */
const refusals = ([code, ...more]: readonly string[]): Act =>
  more.length > 0
    ? undefined
    : async ({ refused, print }) => {
        for (const line of refusedLines(await refused.of(code))) print(line);
        return 0;
      };

const VERBS: Readonly<Record<string, Verb<InstitutionsCommandNeeds>>> = { list: (words) => (words.length === 0 ? list : undefined), add: adding, end: ending, import: importing, refused: refusals, history: (words) => (words.length === 0 ? history : undefined) };

const isRefusal = (error: unknown): error is Error => error instanceof NoPublicKey || error instanceof Unregistrable || error instanceof NotImportable;

/** Resolves to the exit code: 0 done, 1 refused, 2 misuse. */
export const institutionsCommand = (words: readonly string[], needs: InstitutionsCommandNeeds): Promise<number> => runVerb(words, { verbs: VERBS, help: HELP, isRefusal }, needs);
