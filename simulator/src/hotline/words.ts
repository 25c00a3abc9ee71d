import { IDENTITY_CHECKS, LOOKUP_REASONS, OPERATOR_ROLES, REJECT_REASONS, UNBIND_REASONS } from '@yibao/shared';

/** The command line was not understood, or something that an operator can put right; the message says what. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

export interface Words {
  /** What stands without a name. */
  readonly plain: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}

const FLAGS = new Set(['--close']);
const NAMED = new Set(['--key', '--as', '--api', '--reason', '--checks', '--unbind', '--out']);

/** Looks like an ID number: 17 digits and one more, or fifteen. */
const ID_LIKE = /\d{17}[\dXx]|^\d{15}$/;

/** Throws Misuse; for an ID number, too, which would stay in the shell's history and the list of processes. */
export function wordsIn(words: readonly string[]): Words {
  if (words.some((word) => ID_LIKE.test(word) && !/^JC/i.test(word))) throw new Misuse('身份证号不要写在命令里，会留在历史记录中。请在提示后输入。');
  const plain: string[] = [];
  const options: Record<string, string> = {};
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (!word.startsWith('--')) plain.push(word);
    else if (FLAGS.has(word)) options[word] = 'yes';
    else if (NAMED.has(word) && words[at + 1] !== undefined) options[word] = words[(at += 1)]!;
    else throw new Misuse(`不认识，或缺少内容：${word}`);
  }
  return { plain, options };
}

/** What may be written, with what it means. */
export const choices = (table: Readonly<Record<string, string>>) => Object.entries(table).map(([word, name]) => `    ${word.padEnd(22)}${name}`);

export const DESK_HELP = [
  '医保热线和窗口的命令行。每条命令都要指明操作员的密钥文件：--key 文件（或环境变量 DESK_KEY）；',
  '本机演示可用 --as op1001、--as op1002。服务地址用 --api（或 DESK_API），默认是本机。',
  '身份证号在提示后输入，不写在命令里；也可以从标准输入送进来。',
  '',
  'npm run desk -- login                                             核对密钥，显示权限',
  'npm run desk -- lookup 工单号 --reason 原因                        按身份证号查询',
  'npm run desk -- request 工单号 --unbind all|绑定编号 --reason 原因 --checks 方式,方式   申请解绑',
  'npm run desk -- cases                                             待审批的工单',
  'npm run desk -- case 工单号                                        查看工单',
  'npm run desk -- approve 工单号                                     审批通过并解绑',
  'npm run desk -- reject 工单号 --reason 原因                        驳回，或撤回自己的申请',
  'npm run desk -- tickets                                           待处理的反馈',
  'npm run desk -- ticket 反馈编号                                    查看反馈和联系方式',
  'npm run desk -- answer 反馈编号 [--close]                          答复（内容在提示后输入）',
  'npm run desk -- complete 反馈编号 --checks original-document,方式   当面核对，代替刷脸',
  'npm run desk -- new-key 工号 --out 文件                            生成自己的密钥',
  '',
  '  查询原因',
  ...choices(LOOKUP_REASONS),
  '  解绑原因',
  ...choices(UNBIND_REASONS),
  '  核对方式（至少两种）',
  ...choices(IDENTITY_CHECKS),
  '  驳回原因',
  ...choices(REJECT_REASONS),
  '  权限',
  ...choices(OPERATOR_ROLES),
].join('\n');
