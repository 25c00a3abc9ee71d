import type { Account } from '../deployment/account';
import { deploy } from '../deployment/deploy';
import { destroy } from '../deployment/destroy';
import type { Hands } from '../deployment/hands';
import { rollback } from '../deployment/rollback';
import { CERTIFICATE, jinan, LIVE, NOW, rightAccount } from './right-account';

jest.mock('../deployment/template-finding', () => ({
  ...jest.requireActual<object>('../deployment/template-finding'),
  readTemplate: () => ({ Resources: { Table: { Type: 'AWS::DynamoDB::GlobalTable' } } }),
}));

const ANSWERS: Readonly<Record<string, { status: number; text: string }>> = {
  'https://ybm.jinan.example/regions': { status: 200, text: '{"regions":[]}' },
  'https://ybm.jinan.example/voucher': { status: 401, text: '{"code":"SESSION_REQUIRED"}' },
  'https://ybm.jinan.example/session': { status: 422, text: '{"fields":[]}' },
  'https://ybm.jinan.example/ec/1162': { status: 401, text: '{"success":false}' },
};

/** Hands that write down what they were told to do. */
function hands({ account = {}, failing, dirty = false, ...rest }: { account?: Partial<Account>; failing?: string; dirty?: boolean } & Partial<Omit<Hands, 'account'>> = {}) {
  const ran: string[] = [];
  const said: string[] = [];
  const all: Hands = {
    run: async (words) => {
      const line = words.join(' ');
      ran.push(line);
      if (failing && line.includes(failing)) return { code: 1, output: `${failing} failed` };
      if (line.startsWith('git rev-parse')) return { code: 0, output: `${'c'.repeat(40)}\n` };
      return { code: 0, output: dirty && line.startsWith('git status') ? ' M README.md' : '' };
    },
    say: (text) => said.push(text),
    get: async (url) => ANSWERS[url]!,
    wait: async () => undefined,
    account: { ...rightAccount, ...account },
    node: '22.11.0',
    now: () => NOW,
    ...rest,
  };
  return { all, ran, said };
}

const real = { dryRun: false, yes: true };
const did = (ran: readonly string[], what: string) => ran.filter((line) => line.includes(what));
const broken = () => Promise.reject(new Error('no credentials'));

test('a right bureau is deployed, tested and told what to enter in both consoles (ADM-6)', async () => {
  const { all, ran, said } = hands();
  await deploy(jinan, real, all);
  expect(did(ran, 'cdk deploy yibao-jinan')).toHaveLength(1);
  expect(did(ran, 'synth')[0]).toContain(`version=${'c'.repeat(40)} -c before=${'b'.repeat(40)}`);
  expect(said.join('\n')).toContain('request 合法域名：https://ybm.jinan.example');
  expect(said.at(-1)).toBe('部署完成。');
});

test.each<[string, Partial<Account>, RegExp]>([
  ['credentials of another account', { identity: async () => ({ account: '999999999999', partition: 'aws-cn' }) }, /凭据属于账号 999999999999/],
  ['credentials of the other partition', { identity: async () => ({ account: jinan.account, partition: 'aws' }) }, /中国区和全球区的账号不通用/],
  ['no certificate', { certificate: async () => undefined }, /没有这张证书/],
  ['a certificate that is not issued', { certificate: async () => ({ ...CERTIFICATE, status: 'PENDING_VALIDATION' }) }, /等到 ISSUED/],
  ['a certificate of another domain', { certificate: async () => ({ ...CERTIFICATE, names: ['*.other.example'] }) }, /不含 ybm.jinan.example/],
  ['a certificate that soon ends', { certificate: async () => ({ ...CERTIFICATE, notAfter: new Date('2026-12-01T00:00:00.000Z') }) }, /2026-12-01 到期/],
  ['no secret', { secretParts: async () => undefined }, /Secrets Manager 里没有/],
  ['half a secret', { secretParts: async () => ({ filled: ['wechat', 'sms'], insured: 'platform' as const }) }, /缺少或没有填完：alipay、bureau/],
  ['little concurrency', { quotas: async () => ({ concurrency: 10, read: 40_000, write: 40_000 }) }, /Lambda 并发上限是 10/],
  ['a small table quota', { quotas: async () => ({ concurrency: 1000, read: 10_000, write: 40_000 }) }, /读取配额是 10000/],
  ['another operation that is running', { stack: async () => ({ ...LIVE, status: 'UPDATE_IN_PROGRESS' }) }, /另一次操作正在进行/],
  ['a first deployment that failed', { stack: async () => ({ ...LIVE, status: 'ROLLBACK_COMPLETE' }) }, /npm run bureau:destroy/],
  ['an update that could not be undone', { stack: async () => ({ ...LIVE, status: 'UPDATE_ROLLBACK_FAILED' }) }, /继续更新回滚/],
  ['no credentials at all', { identity: broken, certificate: broken, secretParts: broken, quotas: broken, stack: broken }, /没有 AWS 凭据/],
])('with %s nothing is built or deployed, and a sentence says what to do', async (_, account, sentence) => {
  const { all, ran, said } = hands({ account });
  await expect(deploy(jinan, real, all)).rejects.toThrow('没有部署任何东西');
  expect(said.join('\n')).toMatch(sentence);
  expect(did(ran, 'node')).toEqual([]);
});

test('an old Node is named with the version to install', async () => {
  const { all, said } = hands({ node: '18.20.0' });
  await expect(deploy(jinan, real, all)).rejects.toThrow('没有部署任何东西');
  expect(said.join('\n')).toContain('请安装 20.19 或更新');
});

test('changes that no commit has are not deployed, because nothing could return to them', async () => {
  const { all, said } = hands({ dirty: true });
  await expect(deploy(jinan, real, all)).rejects.toThrow('没有部署任何东西');
  expect(said.join('\n')).toContain('先 git add 和 git commit');
});

test('a wildcard certificate covers the domain', async () => {
  const { all } = hands({ account: { certificate: async () => ({ ...CERTIFICATE, names: ['*.jinan.example'] }) } });
  await expect(deploy(jinan, real, all)).resolves.toBeUndefined();
});

test('a rehearsal without credentials does everything but deploying', async () => {
  const { all, ran, said } = hands({ account: { identity: broken, certificate: broken, secretParts: broken, quotas: broken, stack: broken } });
  await deploy(jinan, { dryRun: true, yes: false }, all);
  expect(did(ran, 'synth')).toHaveLength(1);
  expect(did(ran, 'deploy yibao')).toEqual([]);
  expect(said.at(-1)).toBe('演练完成，没有部署任何东西。');
});

test('who does not type the code deploys nothing', async () => {
  const { all, ran } = hands({ ask: async () => 'no' });
  await expect(deploy(jinan, { ...real, yes: false }, all)).rejects.toThrow('没有确认');
  expect(did(ran, 'cdk deploy')).toEqual([]);
});

test('both Chinese regions are prepared for the CDK, the other one for the copies of backups', async () => {
  const { all, ran } = hands();
  await deploy(jinan, real, all);
  expect(did(ran, 'bootstrap aws://111122223333/cn-north-1 aws://111122223333/cn-northwest-1')).toHaveLength(1);
});

test.each([
  ['functions/build.mjs', '构建服务没有成功'],
  ['synth', '生成模板没有成功'],
  ['diff', '比较没有成功'],
  ['bootstrap', '服务还没有部署'],
  ['cdk deploy', '部署没有成功'],
])('when %s fails, the sentence says so', async (failing, sentence) => {
  await expect(deploy(jinan, real, hands({ failing }).all)).rejects.toThrow(sentence);
});

test('a service that does not answer rightly fails the smoke test by name', async () => {
  const { all } = hands({ get: async () => ({ status: 500, text: '' }) });
  await expect(deploy(jinan, real, all)).rejects.toThrow('冒烟测试“参保地列表”没有通过：应为 200，得到 500');
});

test('a domain that does not lead there yet is tried for two minutes', async () => {
  let tries = 0;
  const { all } = hands({ get: () => Promise.reject(new Error(`ENOTFOUND ${++tries}`)) });
  await expect(deploy(jinan, real, all)).rejects.toThrow(/连不上：ENOTFOUND 12.*CNAME/);
});

test('a rollback deploys the commit before from its own worktree and clears it away', async () => {
  const { all, ran } = hands();
  await rollback(jinan, { to: undefined, dryRun: false, temporary: '/tmp/w' }, all);
  expect(ran).toEqual([
    `git rev-parse --verify --quiet ${'a'.repeat(40)}^{commit}`,
    `git worktree add --detach /tmp/w/yibao-cccccccccccc ${'c'.repeat(40)}`,
    'npm ci',
    'npm run bureau:deploy -- 370100',
    'git worktree remove --force /tmp/w/yibao-cccccccccccc',
  ]);
});

test.each<[string, Partial<Account>, string, string | undefined]>([
  ['nothing is deployed', { stack: async () => undefined }, '还没有部署过', undefined],
  ['there was only one deployment', { stack: async () => ({ ...LIVE, outputs: {} }) }, '用 --to', undefined],
])('there is nothing to return to when %s', async (_, account, sentence) => {
  await expect(rollback(jinan, { to: undefined, dryRun: false, temporary: '/tmp/w' }, hands({ account }).all)).rejects.toThrow(sentence);
});

test('a failed rollback says that what is deployed has not changed, and clears its worktree away', async () => {
  const { all, ran } = hands({ failing: 'npm ci' });
  await expect(rollback(jinan, { to: 'v1', dryRun: false, temporary: '/tmp/w' }, all)).rejects.toThrow('现在部署的版本没有变');
  expect(ran.at(-1)).toContain('worktree remove');
});

test.each([
  [{ confirm: undefined, confirmData: undefined }, '加 --confirm 370100'],
  [{ confirm: '370200', confirmData: undefined }, '加 --confirm 370100'],
  [{ confirm: '370100', confirmData: undefined }, '再加 --confirm-with-data 370100'],
])('a deployment with data is not destroyed by %j', async (wish, sentence) => {
  const { all, ran } = hands();
  await expect(destroy(jinan, wish, all)).rejects.toThrow(sentence);
  expect(ran).toEqual([]);
});

test('forced twice, the service goes and the data stays', async () => {
  const { all, ran, said } = hands();
  await destroy(jinan, { confirm: '370100', confirmData: '370100' }, all);
  expect(did(ran, 'destroy yibao-jinan')).toHaveLength(1);
  expect(said.at(-1)).toContain('仍留在账号里');
});
