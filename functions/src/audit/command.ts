import { optionsIn, runVerb, type Verb } from '../command-line/verbs';
import { AnchorBroken, anchorLines, chainsIn, soundAnchor } from './anchor';
import { anchorFlawOf, type AnchorFlaw, chainsOf } from './anchored';
import type { Mac } from './mac';
import { verified, type VerifyNeeds } from './verify';

/** A file beside the table. */
export interface AnchorFile {
  /** Rejects with AnchorBroken where there is no such file. */
  lines(): AsyncIterable<string>;
  /** Rejects with AnchorBroken where there is one already. */
  write(lines: AsyncIterable<string>): Promise<void>;
}

export interface AuditCommandNeeds extends VerifyNeeds {
  /** Seals the files of anchors. */
  readonly anchorMac: Mac;
  readonly file: (path: string) => AnchorFile;
}

const AUDIT_HELP = `npm run audit -- verify                 核对全部凭证的办理记录、用码记录和操作员的日志 checks the trail and the uses of every voucher, and every operator’s journal
npm run audit -- verify --voucher ID    只核对一个凭证 checks one voucher
npm run audit -- verify --against FILE  再和锚定文件比对：有没有被换回以前的样子、有没有整个消失 and whether anything was set back or has vanished since
npm run audit -- anchor FILE            把每条链的末尾写进一个新文件，请存到改表的人够不到的地方 writes the end of every chain into a new file, to be kept where nobody who can write the table can`;

const FLAWS: Readonly<Record<AnchorFlaw, string>> = {
  vanished: '锚定后整个消失了 has vanished since the anchor',
  'set back': '被换回锚定以前的样子 was set back to before the anchor',
  rewritten: '锚定过的记录被换掉了 is another one than was anchored',
  'uses gone': '锚定时有的用码记录少了 has fewer uses than when it was anchored',
};

/** How many chains are not what the anchor says. Each is looked at once more, as everything that seems wrong. */
async function againstAnchor(path: string, voucherId: string | undefined, needs: AuditCommandNeeds): Promise<number> {
  const { table, pause, print } = needs;
  const file = needs.file(path);
  const at = new Date((await soundAnchor(file.lines(), needs.anchorMac)).at);
  let findings = 0;
  for await (const chain of chainsIn(file.lines())) {
    if (voucherId !== undefined && chain.chain !== `V#${voucherId}`) continue;
    if ((await anchorFlawOf(chain, at, table)) !== undefined) await pause();
    const flaw = await anchorFlawOf(chain, at, table);
    if (flaw !== undefined) print(`${chain.chain}  第${chain.no}条 entry ${chain.no}  ${FLAWS[flaw]}`);
    findings += flaw === undefined ? 0 : 1;
  }
  return findings;
}

interface Asked {
  readonly voucherId: string | undefined;
  readonly against: string | undefined;
}

const verify = ({ voucherId, against }: Asked) => async (needs: AuditCommandNeeds): Promise<number> => {
  const total = await verified(voucherId, needs);
  const findings = total.findings + (against === undefined ? 0 : await againstAnchor(against, voucherId, needs));
  needs.print(`已核对 ${total.vouchers} 个凭证、${total.journals} 本操作员日志，${findings} 处问题 / ${total.vouchers} vouchers and ${total.journals} journals checked, ${findings} findings`);
  if (findings > 0) return 1;
  return voucherId !== undefined && total.vouchers === 0 ? 2 : 0;
};

const anchor = (path: string) => async (needs: AuditCommandNeeds): Promise<number> => {
  const [at, count] = [needs.now(), { chains: 0 }];
  const counted = async function* () {
    for await (const chain of chainsOf(needs, at)) {
      count.chains += 1;
      yield chain;
    }
  };
  await needs.file(path).write(anchorLines(at, counted(), needs.anchorMac));
  needs.print(`已锚定 ${count.chains} 条链到 ${path}，请存到改表的人够不到的地方 / ${count.chains} chains anchored, keep the file where nobody who can write the table can`);
  return 0;
};

const VERBS: Readonly<Record<string, Verb<AuditCommandNeeds>>> = {
  verify(words) {
    const options = optionsIn(words, ['--voucher', '--against']);
    const voucherId = options?.get('--voucher');
    const isRight = options !== undefined && (voucherId === undefined || /^[0-9a-f]{32}$/.test(voucherId));
    return isRight ? verify({ voucherId, against: options.get('--against') }) : undefined;
  },
  anchor: ([path, ...more]) => (path !== undefined && more.length === 0 ? anchor(path) : undefined),
};

const isRefusal = (error: unknown): error is Error => error instanceof AnchorBroken;

/** Resolves to the exit code: 0 sound or anchored, 1 findings or no sound anchor, 2 misuse or no such voucher. */
export const auditCommand = (words: readonly string[], needs: AuditCommandNeeds): Promise<number> => runVerb(words, { verbs: VERBS, help: AUDIT_HELP, isRefusal }, needs);
