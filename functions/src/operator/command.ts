import { OPERATOR_ROLES, OperatorId } from '@yibao/shared';
import { refusedLines } from '../assertion/refused-count';
import type { RefusedAssertions } from '../assertion/refused-store';
import { PublicKey } from '../assertion/signer';
import { KeyTaken, Operator } from './operator';
import type { Operators } from './store';

export interface OperatorsCommandNeeds {
  readonly operators: Pick<Operators, 'all' | 'find' | 'register' | 'end'>;
  readonly refused: Pick<RefusedAssertions, 'of'>;
  /** The content of a file. */
  readonly read: (path: string) => Promise<string>;
  readonly print: (line: string) => void;
}

const ROLE_LINES = Object.entries(OPERATOR_ROLES).map(([role, name]) => `  ${role.padEnd(22)}${name}`);

const OPERATORS_HELP = [
  'npm run operators -- list                                      列出操作员 lists the operators',
  'npm run operators -- add 工号 --key 公钥文件 --roles 权限,权限 --label 岗位   登记，或更换权限和密钥 registers, or changes roles and key',
  'npm run operators -- end 工号                                  停用，立即失效 ends all rights at once',
  'npm run operators -- refused [工号]                            半年内被拒绝的登录；不写工号的，是没有登记的 sign-ins refused in half a year',
  '',
  '公钥文件是 P-256 公钥的 JWK；npm run desk -- new-key 生成密钥，并打印可以交给管理员的公钥。',
  '申请和审批同一个工单总要两个人。权限 Roles:',
  ...ROLE_LINES,
].join('\n');

class Misuse extends Error {
  override readonly name = 'Misuse';
}

const optionIn = (words: readonly string[], name: string) => {
  const at = words.indexOf(name);
  return at < 0 ? undefined : words[at + 1];
};

function required<T>(read: { readonly success: boolean; readonly data?: T }, fault: string): T {
  if (!read.success || read.data === undefined) throw new Misuse(fault);
  return read.data;
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A key file with a private half is refused: that half never leaves its owner's machine. */
async function keyAt(path: string | undefined, { read }: OperatorsCommandNeeds): Promise<PublicKey> {
  if (path === undefined) throw new Misuse('请用 --key 指出公钥文件 / name the public key with --key');
  return required(PublicKey.safeParse(parsedJson(await read(path))), '不是 P-256 公钥的 JWK，或者带着私钥 / not the JWK of a public P-256 key, or with its private half');
}

async function add([id, ...options]: readonly string[], needs: OperatorsCommandNeeds): Promise<number> {
  const operator = {
    id: required(OperatorId.safeParse(id), '工号应为2到32位小写字母或数字 / a number of 2 to 32 lower-case letters or digits'),
    label: optionIn(options, '--label') ?? '热线',
    roles: (optionIn(options, '--roles') ?? '').split(','),
    keys: [await keyAt(optionIn(options, '--key'), needs)],
    active: true,
  };
  const { active: _active, ...entered } = required(Operator.safeParse(operator), `权限或岗位不对 / roles or label are not as they should be\n${ROLE_LINES.join('\n')}`);
  await needs.operators.register(entered);
  needs.print(`已登记 registered: ${entered.id}  ${entered.roles.join(', ')}`);
  return 0;
}

async function end([id = '']: readonly string[], { operators, print }: OperatorsCommandNeeds): Promise<number> {
  const done = await operators.end(id);
  print(done ? `已停用，令牌立即失效 ended: ${id}` : `没有这个操作员 no such operator: ${id}`);
  return done ? 0 : 1;
}

async function list(_words: readonly string[], { operators, print }: OperatorsCommandNeeds): Promise<number> {
  for (const { id, label, roles, active } of await operators.all()) print(`${id.padEnd(12)} ${active ? '在岗 active' : '停用 ended '}  ${label}  ${roles.join(', ')}`);
  return 0;
}

/** In whose name assertions were refused, by day and reason. */
async function refusals([id]: readonly string[], { refused, print }: OperatorsCommandNeeds): Promise<number> {
  for (const line of refusedLines(await refused.of(id))) print(line);
  return 0;
}

const COMMANDS: Readonly<Record<string, typeof list>> = { list, add, end, refused: refusals };

/** Words for what an administrator can put right; anything else is thrown on. */
function faultOf(error: unknown): string {
  if (error instanceof Misuse) return error.message;
  if (error instanceof KeyTaken) return `这把密钥是 ${error.holder} 的，一人一把 / this key belongs to ${error.holder}: one person, one key`;
  throw error;
}

/** `list`, `add` or `end`; resolves to the exit code: 0 done, 1 not done, 2 misuse. */
export async function operatorsCommand([word = 'help', ...words]: readonly string[], needs: OperatorsCommandNeeds): Promise<number> {
  const command = COMMANDS[word];
  if (!command) {
    needs.print(OPERATORS_HELP);
    return word === 'help' ? 0 : 2;
  }
  try {
    return await command(words, needs);
  } catch (error) {
    needs.print(faultOf(error));
    return error instanceof Misuse ? 2 : 1;
  }
}
