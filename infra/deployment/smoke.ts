import { type Hands, Stopped } from './hands';

interface Probe {
  readonly what: string;
  readonly path: string;
  readonly init?: { readonly method: string; readonly body: string };
  readonly status: number;
  /** A piece of the answer. */
  readonly holds: string;
}

/** Nothing here needs a person, a session or data. */
const PROBES: readonly Probe[] = [
  { what: '参保地列表', path: '/regions', status: 200, holds: '"regions"' },
  { what: '没有登录的请求被拒绝', path: '/voucher', status: 401, holds: 'SESSION_REQUIRED' },
  { what: '错误的输入得到说明', path: '/session', init: { method: 'POST', body: '{}' }, status: 422, holds: '"fields"' },
  { what: '机构没有密钥被拒绝', path: '/ec/1162', init: { method: 'POST', body: '{}' }, status: 401, holds: '"success":false' },
];

const TRIES = 12;
const PAUSE_MS = 10_000;

async function tried({ path, init }: Probe, url: string, hands: Hands) {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await hands.get(`${url}${path}`, init);
    } catch (error) {
      if (left === 1) throw new Stopped(`${url} 连不上：${(error as Error).message}。检查域名的 CNAME 记录、证书和备案`, { cause: error });
      await hands.wait(PAUSE_MS);
    }
  }
}

/** Asks the deployed service a few things that it must answer rightly. Throws Stopped with the first that it does not. */
export async function smokeTest(url: string, hands: Hands): Promise<void> {
  for (const probe of PROBES) {
    const { status, text } = await tried(probe, url.replace(/\/$/, ''), hands);
    if (status !== probe.status || !text.includes(probe.holds)) throw new Stopped(`冒烟测试“${probe.what}”没有通过：应为 ${probe.status}，得到 ${status}。看 CloudWatch 里的日志，或者运行 npm run bureau:rollback`);
    hands.say(`  ✓ ${probe.what}`);
  }
}
