import type { Clock } from '@yibao/shared';
import { fieldsOf, json, textIn, type Routes } from '../wire/asked';
import { hmacGuard } from '../wire/hmac';

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

const sentence = (code: string, minutes: string) => `【医保服务】验证码${code}，${minutes}分钟内有效。工作人员不会向您索要验证码。`;

/** The text-message provider, with the phones' inboxes. */
export function sms(account: { accessKey: string; secret: string }, { now, newId }: { now: Clock; newId: () => string }): Sms {
  const guard = hmacGuard({ key: account.accessKey, secret: account.secret }, now);
  const inboxes = new Map<string, readonly Message[]>();
  const inbox = (phone: string) => inboxes.get(phone) ?? [];
  return {
    inbox,
    routes: {
      'POST /sms/send': (asked) => {
        const wrong = guard(asked);
        if (wrong) return json({ code: 401, message: wrong, requestId: newId() });
        const fields = fieldsOf(asked.body);
        const [phone, parameters] = [textIn(fields, 'phone'), (fields['parameters'] ?? {}) as Record<string, unknown>];
        const complete = /^1[3-9]\d{9}$/.test(phone) && fields['template'] === 'verification-code' && /^\d{6}$/.test(textIn(parameters, 'code'));
        if (!complete) return json({ code: 400, message: 'invalid parameter', requestId: newId() });
        const text = sentence(textIn(parameters, 'code'), textIn(parameters, 'minutes'));
        inboxes.set(phone, [{ at: now().toISOString(), from: '医保服务', text }, ...inbox(phone)]);
        return json({ code: 0, message: 'OK', requestId: newId() });
      },
    },
  };
}
