import type { Letter } from '../inbox/inbox';
import { askOutside } from './outside-call';
import { Misused, optionsIn, type Outcome } from './words';

export const INBOX_USAGE = 'inbox --person ID';

const APPS: Readonly<Record<Letter['app'], string>> = { sms: '短信', weapp: '微信', alipay: '支付宝' };

interface Phone {
  readonly id: string;
  readonly letters: readonly Letter[];
}

const line = ({ at, app, from, title = '', text = '', lines = [] }: Letter) =>
  [at, `${APPS[app]} ${from}`, title, text, ...lines.map(({ name, value }) => `${name}：${value}`)].filter((part) => part !== '').join('　');

/** What the phone of a test person shows, newest first. */
export async function inbox(words: readonly string[], outside: string): Promise<Outcome> {
  const { person } = optionsIn(words, ['person']);
  if (typeof person !== 'string') throw new Misused(INBOX_USAGE);
  const phone = ((await askOutside(outside, { method: 'GET', path: '/inbox' })) as readonly Phone[]).find(({ id }) => id === person);
  if (!phone) throw new Misused(`没有这个测试人 / no such person: ${person}`);
  return { code: 0, out: phone.letters.map(line).join('\n') || '还没有消息 / nothing has come' };
}
