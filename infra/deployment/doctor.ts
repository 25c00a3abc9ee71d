import type { Bureau } from '../bureau/bureau';
import type { Account, Certificate, PlatformParts, Quotas } from './account';
import { tableFault } from './table-fault';

/** One prerequisite: met, not met (with what to do), or not looked at. */
export interface Finding {
  readonly what: string;
  readonly state: 'met' | 'missing' | 'unknown';
  /** What was found; for `missing`, what to do. */
  readonly says: string;
}

export interface Surroundings {
  /** e.g. `20.20.2` */
  readonly node: string;
  /** The commit that would be deployed; undefined where there are changes that no commit has. */
  readonly commit: string | undefined;
  readonly account: Account;
  readonly now: Date;
}

const MONTH_MS = 30 * 24 * 3_600_000;
const NODE_AT_LEAST = [20, 19];
/** Counted from the design figures: 6,500 requests a second of 25 ms, three times over. */
const CONCURRENCY = 500;
const PARTS = ['wechat', 'alipay', 'sms'];

const met = (what: string, says: string): Finding => ({ what, state: 'met', says });
const missing = (what: string, says: string): Finding => ({ what, state: 'missing', says });

const partitionOf = ({ region }: Bureau) => (region.startsWith('cn-') ? 'aws-cn' : 'aws');

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [atLeastMajor, atLeastMinor] = NODE_AT_LEAST as [number, number];
  const enough = major > atLeastMajor || (major === atLeastMajor && minor >= atLeastMinor);
  return enough ? met('Node', version) : missing('Node', `现在是 ${version}，请安装 ${NODE_AT_LEAST.join('.')} 或更新的长期支持版`);
}

const commitFinding = (commit: string | undefined) =>
  commit === undefined ? { what: '版本', state: 'unknown' as const, says: '有没有提交的修改。部署前先 git add 和 git commit，以后才能准确地回退到这一版' } : met('版本', commit.slice(0, 12));

/** A bureau file for a Chinese region without one is refused when it is read. */
const icpFinding = ({ domain }: Bureau) => met('备案', domain?.icpNumber ?? '境外演示环境不需要');

async function identityFinding(bureau: Bureau, account: Account): Promise<Finding> {
  const { account: actual, partition } = await account.identity();
  if (partition !== partitionOf(bureau)) return missing('凭据', `凭据属于 ${partition} 分区，${bureau.region} 需要 ${partitionOf(bureau)} 的凭据。中国区和全球区的账号不通用`);
  return actual === bureau.account ? met('凭据', `${partition} ${actual}`) : missing('凭据', `凭据属于账号 ${actual}，部署文件写的是 ${bureau.account}。换凭据或改文件里的 account`);
}

const covers = (name: string, domain: string) => name === domain || (name.startsWith('*.') && domain.split('.').slice(1).join('.') === name.slice(2));

function certificateFault(found: Certificate | undefined, domain: string, now: Date): string | undefined {
  if (!found) return '没有这张证书。到同一区域的 ACM 申请或导入，把 ARN 填进 domain.certificateArn';
  if (found.status !== 'ISSUED') return `证书状态是 ${found.status}，等到 ISSUED（已颁发）再部署；申请的证书要先完成域名验证`;
  if (!found.names.some((name) => covers(name, domain))) return `证书只覆盖 ${found.names.join('、')}，不含 ${domain}`;
  return found.notAfter && found.notAfter.getTime() - now.getTime() < MONTH_MS ? `证书 ${found.notAfter.toISOString().slice(0, 10)} 到期，不足30天，请先续期` : undefined;
}

async function certificateFinding({ domain }: Bureau, { account, now }: Surroundings): Promise<Finding> {
  if (!domain) return met('证书', '没有自己的域名，用 AWS 给的地址');
  const fault = certificateFault(await account.certificate(domain.certificateArn), domain.name, now);
  return fault === undefined ? met('证书', domain.name) : missing('证书', fault);
}

const INSURED: Readonly<Record<PlatformParts['insured'], string>> = {
  platform: '参保信息问医保信息平台',
  table: '没有接医保信息平台（bureau 没有写，或写的是 {"source":"table"}），参保信息查导入的数据：部署后先运行 npm run insured:import，否则谁也激活不了',
};

async function secretFinding({ platformSecret }: Bureau, account: Account): Promise<Finding> {
  const parts = await account.secretParts(platformSecret);
  if (!parts) return missing('平台密钥', `Secrets Manager 里没有 ${platformSecret}，按 docs/bureau/platforms.example.json 的样子新建`);
  const { filled, insured } = parts;
  const absent = [...PARTS, ...(insured === 'platform' ? ['bureau'] : [])].filter((part) => !filled.includes(part));
  return absent.length === 0 ? met('平台密钥', `${platformSecret}，${INSURED[insured]}`) : missing('平台密钥', `${platformSecret} 里缺少或没有填完：${absent.join('、')}`);
}

async function tableFinding({ table }: Bureau, account: Account): Promise<Finding> {
  if (!table) return met('数据表', '由部署自己建');
  const fault = tableFault(table, await account.table(table.name));
  return fault === undefined ? met('数据表', `已有的 ${table.name}，部署不改动它`) : missing('数据表', fault);
}

function quotaFault({ concurrency, read, write }: Quotas, { ceiling }: Bureau): string | undefined {
  if (concurrency < CONCURRENCY) return `Lambda 并发上限是 ${concurrency}，至少要 ${CONCURRENCY}。在 Service Quotas 申请提高 Concurrent executions`;
  if (read < ceiling.read) return `每张表的读取配额是 ${read}，小于部署文件的 ceiling.read（${ceiling.read}）`;
  return write < ceiling.write ? `每张表的写入配额是 ${write}，小于部署文件的 ceiling.write（${ceiling.write}）` : undefined;
}

async function quotaFinding(bureau: Bureau, account: Account): Promise<Finding> {
  const fault = quotaFault(await account.quotas(), bureau);
  return fault === undefined ? met('配额', '并发和表的吞吐够用') : missing('配额', fault);
}

/** What a failed stack needs before the next deployment. */
const STUCK: Readonly<Record<string, string>> = {
  ROLLBACK_COMPLETE: '第一次部署失败后留下的空壳。运行 npm run bureau:destroy 清除后再部署',
  ROLLBACK_FAILED: '第一次部署失败，清理也没有完成。到 CloudFormation 看“事件”，处理后运行 npm run bureau:destroy',
  UPDATE_ROLLBACK_FAILED: '上次更新失败，回退也没有完成。到 CloudFormation 选“继续更新回滚”，完成后再部署',
  DELETE_FAILED: '上次删除没有完成。到 CloudFormation 看“事件”，处理后再运行 npm run bureau:destroy',
};

async function stackFinding({ id, table }: Bureau, account: Account): Promise<Finding> {
  const status = (await account.stack(`yibao-${id}`))?.status;
  if (status === undefined) return met('现状', `还没有 yibao-${id} 这个栈：这是第一次部署，${table ? `用已有的表 ${table.name}` : '会新建一张空表和两把密钥。要用恢复出来的表，请在部署文件里写 table'}`);
  if (status.endsWith('_IN_PROGRESS')) return missing('现状', `另一次操作正在进行（${status}），等它结束`);
  return STUCK[status] === undefined ? met('现状', `已部署（${status}）`) : missing('现状', `${status}：${STUCK[status]}`);
}

const unknown = (what: string) => (): Finding => ({ what, state: 'unknown', says: '没有查到：没有 AWS 凭据，或者网络不通，或者凭据没有这项权限' });

/** Looks at everything that a deployment needs, all at once, so that one round of mending is enough. */
export async function examine(bureau: Bureau, around: Surroundings): Promise<readonly Finding[]> {
  const { account } = around;
  const asked = [
    identityFinding(bureau, account).catch(unknown('凭据')),
    certificateFinding(bureau, around).catch(unknown('证书')),
    secretFinding(bureau, account).catch(unknown('平台密钥')),
    quotaFinding(bureau, account).catch(unknown('配额')),
    tableFinding(bureau, account).catch(unknown('数据表')),
    stackFinding(bureau, account).catch(unknown('现状')),
  ];
  return [nodeFinding(around.node), commitFinding(around.commit), icpFinding(bureau), ...(await Promise.all(asked))];
}

const SIGNS = { met: '✓', missing: '✗', unknown: '?' } as const;

export const findingLine = ({ what, state, says }: Finding) => `  ${SIGNS[state]} ${what}${says && `：${says}`}`;
