import { SECOND, chinaDay, type Clock } from '@yibao/shared';
import { json, type Routes } from '../wire/asked';
import type { Deliver, SmsAccount } from './account';
import { aliyun } from './aliyun';
import { tencent } from './tencent';

/** A text message as the phone shows it. */
export interface Message {
  readonly at: string;
  readonly from: string;
  readonly text: string;
}

export interface Sms {
  readonly routes: Routes;
  inbox(phone: string): readonly Message[];
}

const PAUSE_MS = 30 * SECOND;
const A_DAY = 10;

/** Both text-message providers, told apart by their headers, with the phones' inboxes and the limits for each number. */
export function sms(account: SmsAccount, { now, newId }: { now: Clock; newId: () => string }): Sms {
  const inboxes = new Map<string, readonly Message[]>();
  const inbox = (phone: string) => inboxes.get(phone) ?? [];
  const deliver: Deliver = (phone, { signName, code, minutes }) => {
    const before = inbox(phone);
    if (before[0] && now().getTime() - Date.parse(before[0].at) < PAUSE_MS) return 'too soon';
    if (before.filter(({ at }) => chinaDay(new Date(at)) === chinaDay(now())).length >= A_DAY) return 'today';
    const text = `【${signName}】验证码${code}，${minutes}分钟内有效。工作人员不会向您索要验证码。`;
    inboxes.set(phone, [{ at: now().toISOString(), from: signName, text }, ...before]);
    return undefined;
  };
  const needs = { now, newId, deliver };
  const providers = { tencent: tencent(account.tencent, needs), aliyun: aliyun(account.aliyun, needs) };
  return {
    inbox,
    routes: {
      'POST /': (asked) => {
        if (asked.headers['x-tc-action']) return providers.tencent(asked);
        return asked.headers['x-acs-action'] ? providers.aliyun(asked) : json({ message: 'nothing here' }, 404);
      },
    },
  };
}
