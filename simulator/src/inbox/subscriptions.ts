import type { Template } from '../notice-templates';

/** Which messages an account allowed. */
export interface Subscriptions {
  allow(openId: string, template: Template): void;
  /** Takes one permission for one message; false where there is none. */
  take(openId: string, template: Template): boolean;
  /** What the account no longer wants at all. */
  forbid(openId: string): void;
}

export function subscriptions(): Subscriptions {
  const left = new Map<string, number>();
  const keyOf = (openId: string, { id }: Template) => `${openId} ${id}`;
  return {
    allow(openId, template) {
      const key = keyOf(openId, template);
      left.set(key, template.lasts === 'long' ? Infinity : (left.get(key) ?? 0) + 1);
    },
    take(openId, template) {
      const key = keyOf(openId, template);
      const times = left.get(key) ?? 0;
      if (times > 0) left.set(key, times - 1);
      return times > 0;
    },
    forbid: (openId) => [...left.keys()].filter((key) => key.startsWith(`${openId} `)).forEach((key) => left.delete(key)),
  };
}
