import { SECOND, chinaDay, type Clock } from '@yibao/shared';
import type { Inbox } from '../inbox/inbox';
import { json, type Routes } from '../wire/asked';
import type { Deliver, Order, SmsAccount } from './account';
import { aliyun } from './aliyun';
import { tencent } from './tencent';

export interface Sms {
  readonly routes: Routes;
  readonly calls: readonly string[];
}

const PAUSE_MS = 30 * SECOND;
const A_DAY = 10;

const textOf = ({ signName, kind, values: [first, second] }: Order) =>
  kind === 'code' ? `【${signName}】验证码${first}，${second}分钟内有效。工作人员不会向您索要验证码。` : `【${signName}】${first}，${second}。如有疑问请拨打12393。`;

/** Both text-message providers, told apart by their headers, with the limits for each number; the pause is for codes alone. */
export function sms(account: SmsAccount, { now, newId, inbox }: { now: Clock; newId: () => string; inbox: Inbox }): Sms {
  const deliver: Deliver = (phone, order) => {
    const { signName, kind } = order;
    const before = inbox.at(phone).filter(({ text }) => (text?.includes('验证码') ?? false) === (kind === 'code'));
    if (kind === 'code' && before[0] && now().getTime() - Date.parse(before[0].at) < PAUSE_MS) return 'too soon';
    if (before.filter(({ at }) => chinaDay(new Date(at)) === chinaDay(now())).length >= A_DAY) return 'today';
    inbox.put(phone, { at: now().toISOString(), app: 'sms', from: signName, text: textOf(order) });
    return undefined;
  };
  const needs = { now, newId, deliver };
  const providers = { tencent: tencent(account.tencent, needs), aliyun: aliyun(account.aliyun, needs) };
  return {
    calls: ['SendSms'],
    routes: {
      'POST /': (asked) => {
        if (asked.headers['x-tc-action']) return providers.tencent(asked);
        return asked.headers['x-acs-action'] ? providers.aliyun(asked) : json({ message: 'nothing here' }, 404);
      },
    },
  };
}
