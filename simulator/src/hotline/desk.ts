import { dirname, join, resolve } from 'node:path';
import {
  answerTicket, approveCase, completeFace, IDENTITY_CHECKS, type IdentityCheck, listCases, listOpenTickets, LOOKUP_REASONS, lookUp, openCase, OPERATOR_ROLES, type OperatorRole, readCase, readTicket,
  REJECT_REASONS, rejectCase, UNBIND_REASONS,
} from '@yibao/shared';
import { writeFile } from 'node:fs/promises';
import { makeKeyFile, publicHalf, readKeyFile } from './key-file';
import { addressOf, Declined, type Service, signedInAt } from './signed-in';
import { caseLines, holderLines, ticketLine } from './told';
import { choices, DESK_HELP, Misuse, type Words, wordsIn } from './words';

/** What the command line is given by its program. */
export interface DeskPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks for one line that must not be in the command; it is not shown while it is typed. */
  readonly askHidden: (question: string) => Promise<string>;
  readonly print: (line: string) => void;
}

interface Doing extends Words, DeskPlace {
  readonly service: Service;
  readonly operator: string;
}

const LOCAL_API = 'http://127.0.0.1:8787';
const LOCAL_KEYS = resolve(__dirname, '../../../.data/secrets');

const CONTACTS = { wechat: '微信号', alipay: '支付宝账号', phone: '手机号' } as const;

const numberIn = ({ plain: [number] }: Words, what: string) => {
  if (number === undefined) throw new Misuse(`请写${what}`);
  return number;
};

const optionIn = ({ options }: Words, name: string, what: string) => {
  const value = options[name];
  if (value === undefined) throw new Misuse(`请用 ${name} 写${what}（npm run desk -- help 列出全部）`);
  return value;
};

/** Judged here, so that nobody types an ID number in vain; the service judges again. */
function choiceIn<T extends string>(words: Words, name: string, { what, table }: { readonly what: string; readonly table: Readonly<Record<T, string>> }): readonly T[] {
  const given = optionIn(words, name, what).split(',');
  const wrong = given.find((word) => !Object.hasOwn(table, word));
  if (wrong !== undefined) throw new Misuse([`${name} 没有“${wrong}”，${what}可以写：`, ...choices(table)].join('\n'));
  return given as T[];
}

const oneOf = <T extends string>(words: Words, what: string, table: Readonly<Record<T, string>>): T => {
  const [one, ...more] = choiceIn(words, '--reason', { what, table });
  if (one === undefined || more.length > 0) throw new Misuse(`${what}只能写一个`);
  return one;
};

const checksIn = (words: Words): IdentityCheck[] => [...choiceIn(words, '--checks', { what: '核对方式', table: IDENTITY_CHECKS })];

const idNumberFor = ({ askHidden }: Doing) => askHidden('身份证号：').then((text) => text.trim().toUpperCase());

type Act = (doing: Doing) => Promise<readonly string[]>;

const login: Act = ({ service, operator }) =>
  Promise.resolve([`${operator} 已通过，权限：${service.scope.split(' ').map((role) => OPERATOR_ROLES[role as OperatorRole]).join('、')}`]);

const look: Act = async (doing) => {
  const caseNumber = numberIn(doing, '工单号');
  const reason = oneOf(doing, '查询原因', LOOKUP_REASONS);
  const { holder } = await doing.service.call(lookUp, { caseNumber, reason, idNumber: await idNumberFor(doing) });
  return holder ? holderLines(holder) : ['没有找到'];
};

const request: Act = async (doing) => {
  const caseNumber = numberIn(doing, '工单号');
  const asked = { unbind: optionIn(doing, '--unbind', 'all 或绑定编号'), reason: oneOf(doing, '解绑原因', UNBIND_REASONS), checks: checksIn(doing) };
  const opened = await doing.service.call(openCase, { caseNumber, ...asked, idNumber: await idNumberFor(doing) });
  return ['已申请，请另一位同事审批：', ...caseLines(opened)];
};

const cases: Act = async ({ service }) => {
  const { cases: open } = await service.call(listCases, {});
  return open.length === 0 ? ['没有待审批的工单'] : open.flatMap(caseLines);
};

const oneCase: Act = async (doing) => {
  const { case: known, holder } = await doing.service.call(readCase, { caseNumber: numberIn(doing, '工单号') });
  return [...caseLines(known), ...(holder ? holderLines(holder) : [])];
};

const approve: Act = async (doing) => ['已解绑：', ...caseLines(await doing.service.call(approveCase, { caseNumber: numberIn(doing, '工单号') }))];

const reject: Act = async (doing) => {
  const reason = oneOf(doing, '驳回原因', REJECT_REASONS);
  return ['已驳回：', ...caseLines(await doing.service.call(rejectCase, { caseNumber: numberIn(doing, '工单号'), reason }))];
};

const complete: Act = async (doing) => {
  const ticket = numberIn(doing, '反馈编号');
  const asked = { ticket, checks: checksIn(doing) };
  await doing.service.call(completeFace, { ...asked, idNumber: await idNumberFor(doing) });
  return ['已核对。请参保人在自己的手机上打开小程序继续：选参保地、设置凭证密码。'];
};

const tickets: Act = async ({ service }) => {
  const { tickets: open } = await service.call(listOpenTickets, {});
  return open.length === 0 ? ['没有待处理的反馈'] : open.map(ticketLine);
};

const oneTicket: Act = async (doing) => {
  const { contact, answer, ...line } = await doing.service.call(readTicket, { ticket: numberIn(doing, '反馈编号') });
  return [ticketLine(line), `  ${CONTACTS[contact.kind]} ${contact.value}`, ...(answer === undefined ? [] : [`  答复：${answer}`])];
};

const answer: Act = async (doing) => {
  const ticket = numberIn(doing, '反馈编号');
  const text = await doing.askHidden('答复：');
  return [ticketLine(await doing.service.call(answerTicket, { ticket, answer: text, close: doing.options['--close'] !== undefined }))];
};

const ACTS: Readonly<Record<string, Act>> = { login, lookup: look, request, cases, case: oneCase, approve, reject, complete, tickets, ticket: oneTicket, answer };

async function makeKey(words: Words, { print }: DeskPlace): Promise<number> {
  const operator = numberIn(words, '工号');
  const path = resolve(optionIn(words, '--out', '密钥文件'));
  const made = await makeKeyFile(operator, path);
  const shown = join(dirname(path), `${operator}.public.json`);
  await writeFile(shown, `${JSON.stringify(publicHalf(made), null, 2)}\n`);
  print(`密钥在 ${path}，只有您能读，不要给任何人。\n把 ${shown} 交给管理员登记。`);
  return 0;
}

function keyPath({ options }: Words, env: DeskPlace['env']): string {
  const { '--as': as, '--key': key = env['DESK_KEY'] } = options;
  if (as !== undefined && /^[a-z0-9]+$/.test(as)) return join(LOCAL_KEYS, `operator-${as}.json`);
  if (key === undefined) throw new Misuse('请用 --key 指出您的密钥文件（本机演示用 --as op1001）');
  return resolve(key);
}

async function run([name = 'help', ...rest]: readonly string[], place: DeskPlace): Promise<number> {
  const words = wordsIn(rest);
  if (name === 'new-key') return makeKey(words, place);
  const act = ACTS[name];
  if (!act) {
    place.print(DESK_HELP);
    return name === 'help' ? 0 : 2;
  }
  const api = addressOf(words.options['--api'] ?? place.env['DESK_API'] ?? LOCAL_API);
  const who = await readKeyFile(keyPath(words, place.env));
  const lines = await act({ ...words, ...place, service: await signedInAt(api, who), operator: who.id });
  lines.forEach((line) => place.print(line));
  return 0;
}

/** One command of the desk; resolves to the exit code: 0 done, 1 declined by the service, 2 misuse. */
export async function desk(words: readonly string[], place: DeskPlace): Promise<number> {
  try {
    return await run(words, place);
  } catch (error) {
    if (!(error instanceof Misuse) && !(error instanceof Declined)) throw error;
    place.print(error.message);
    return error instanceof Misuse ? 2 : 1;
  }
}
