import { join } from 'node:path';
import type { Bureau } from '../bureau/bureau';
import { copiesRegionOf } from '../lib/copies-stack';
import { consoleSheet } from './console-sheet';
import { examine, type Finding, findingLine } from './doctor';
import { CDK, commitOf, type Hands, must, Stopped } from './hands';
import { smokeTest } from './smoke';
import { contentsOf, readTemplate, templateFinding } from './template-finding';

export interface Wish {
  /** Everything but the deployment itself; AWS need not be reachable. */
  readonly dryRun: boolean;
  /** Nobody is asked before the deployment. */
  readonly yes: boolean;
}

/** Where the templates of this run are written, in infra. */
const ASSEMBLY = 'cdk.out';

const stackOf = ({ id }: Bureau) => `yibao-${id}`;

/** Throws Stopped where something is missing or, before a real deployment, was not found out. */
function requireAll(findings: readonly Finding[], { dryRun }: Wish): void {
  const bad = findings.filter(({ state }) => state === 'missing' || (state === 'unknown' && !dryRun));
  if (bad.length > 0) throw new Stopped(`体检没有通过（${bad.map(({ what }) => what).join('、')}），没有部署任何东西。按上面的说明处理后再来一次。`);
}

async function doctored(bureau: Bureau, hands: Hands): Promise<{ readonly findings: readonly Finding[]; readonly commit: string | undefined }> {
  hands.say('体检：');
  const commit = await commitOf(hands);
  const { account, node } = hands;
  const findings = await examine(bureau, { account, node, commit, now: hands.now() });
  for (const finding of findings) hands.say(findingLine(finding));
  return { findings, commit };
}

/** Builds the functions and the template, told which commit this is and which was deployed before. */
async function assembled(bureau: Bureau, hands: Hands, version: { readonly version: string | undefined; readonly before: string | undefined }): Promise<Finding> {
  await must(hands, '构建服务', ['node', 'functions/build.mjs']);
  const context = Object.entries({ bureau: bureau.id, ...version }).flatMap(([name, value]) => (value === undefined ? [] : ['-c', `${name}=${value}`]));
  await must(hands, '生成模板', ['node', CDK, 'synth', '--quiet', '--no-notices', '--output', ASSEMBLY, ...context]);
  const template = readTemplate(join(__dirname, '..', ASSEMBLY, `${stackOf(bureau)}.template.json`));
  const finding = templateFinding(bureau, template);
  hands.say(findingLine(finding));
  hands.say(`模板里有：\n${contentsOf(template)}`);
  return finding;
}

async function confirmed({ code }: Bureau, { yes }: Wish, { ask }: Hands): Promise<void> {
  if (yes) return;
  if (!ask) throw new Stopped('没有终端可以确认。看过以上变更后，加 --yes 再运行');
  if ((await ask(`确定部署吗？输入行政区划代码 ${code} 继续：`)).trim() !== code) throw new Stopped('没有确认，没有部署任何东西。');
}

/** A deployment that fails is undone by CloudFormation; what it said last is shown. */
async function deployed(bureau: Bureau, wish: Wish, hands: Hands): Promise<void> {
  const cdk = (words: readonly string[]) => hands.run(['node', CDK, ...words, '--app', ASSEMBLY, '--no-notices'], { shown: true, folder: 'infra' });
  hands.say('与现在部署的相比：');
  const { code } = await cdk(['diff', stackOf(bureau)]);
  if (code !== 0) throw new Stopped('比较没有成功，没有部署任何东西。');
  await confirmed(bureau, wish, hands);
  const environments = [bureau.region, copiesRegionOf(bureau)].flatMap((region) => (region ? [`aws://${bureau.account}/${region}`] : []));
  const bootstrap = await hands.run(['node', CDK, 'bootstrap', ...environments, '--no-notices'], { shown: true, folder: 'infra' });
  if (bootstrap.code !== 0) throw new Stopped('CDK 的准备（bootstrap）没有成功，服务还没有部署。处理后再来一次。');
  const deployment = await cdk(['deploy', stackOf(bureau), '--require-approval', 'never']);
  if (deployment.code !== 0) throw new Stopped('部署没有成功，CloudFormation 会自动退回原来的状态。看上面的原因，处理后再来一次。');
}

/** What this deployment would replace; undefined where that is the same commit. */
async function commitBefore(bureau: Bureau, commit: string | undefined, { account }: Hands): Promise<string | undefined> {
  const outputs = (await account.stack(stackOf(bureau)))?.outputs ?? {};
  return outputs['Version'] === commit ? outputs['Before'] : outputs['Version'];
}

function rehearsed(bureau: Bureau, hands: Hands): void {
  hands.say(consoleSheet(bureau, { url: `https://${bureau.domain?.name ?? 'address-after-deployment.example'}`, dnsTarget: bureau.domain && '部署后显示的目标' }));
  hands.say('演练完成，没有部署任何东西。');
}

async function finished(bureau: Bureau, hands: Hands): Promise<void> {
  const { ServiceUrl = '', DnsTarget } = (await hands.account.stack(stackOf(bureau)))?.outputs ?? {};
  hands.say(consoleSheet(bureau, { url: ServiceUrl, dnsTarget: DnsTarget }));
  hands.say('冒烟测试：');
  await smokeTest(ServiceUrl, hands);
  hands.say('部署完成。');
}

/** `npm run bureau:deploy`: doctor, diff, deployment, smoke test, and what is left to do by hand. Throws Stopped; nothing is deployed after a failed doctor. */
export async function deploy(bureau: Bureau, wish: Wish, hands: Hands): Promise<void> {
  hands.say(`${bureau.name}（${bureau.code}）→ ${bureau.region}${wish.dryRun ? '，演练：不部署' : ''}`);
  const { findings, commit } = await doctored(bureau, hands);
  requireAll(findings, wish);
  const before = wish.dryRun ? undefined : await commitBefore(bureau, commit, hands);
  requireAll([await assembled(bureau, hands, { version: commit, before })], wish);
  if (wish.dryRun) {
    rehearsed(bureau, hands);
    return;
  }
  await deployed(bureau, wish, hands);
  await finished(bureau, hands);
}
