import type { Clock } from '@yibao/shared';
import type { Inbox } from '../inbox/inbox';
import { subscriptions } from '../inbox/subscriptions';
import { ONE_TIME, type Template, WECHAT_OPENING, WECHAT_TEMPLATES } from '../notice-templates';
import type { People } from '../persons/people';
import type { Person } from '../persons/person';
import { fieldsOf, textIn, type Handler, type Reply } from '../wire/asked';
import { done, refused } from './weapp-errors';

/** 订阅消息参数值内容限制说明, for the kinds of field that the templates use. */
const RULES: Readonly<Record<string, RegExp>> = {
  thing: /^[\s\S]{1,20}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?([01]?\d|2[0-3]):[0-5]\d(~(\d{4}年\d{1,2}月\d{1,2}日 )?([01]?\d|2[0-3]):[0-5]\d)?$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( ([01]?\d|2[0-3]):[0-5]\d)?$/,
  amount: /^[¥$€£]?\d{1,10}(\.\d+)?元?$/,
};

type Data = Readonly<Record<string, unknown>>;

const valueIn = (data: Data, field: string) => textIn((data[field] ?? {}) as Record<string, unknown>, 'value');

/** Exactly the template's fields, each by the rule of its kind. */
function wrongField({ fields }: Template, data: Data): string | undefined {
  const names = fields.map(([name]) => name);
  const stranger = Object.keys(data).find((name) => !names.includes(name));
  return stranger ?? names.find((name) => RULES[name.replace(/\d+$/, '')]?.test(valueIn(data, name)) !== true);
}

export interface WeappMessages {
  readonly send: Handler;
  /** wx.requestSubscribeMessage: what the person answers for each template. */
  ask(person: Person, ids: readonly string[]): { readonly errCode: number; readonly answers: Readonly<Record<string, 'accept' | 'reject'>> };
  /** The switch in the mini-program's settings. */
  off(person: Person): void;
}

const TEMPLATES: readonly Template[] = [...Object.values(WECHAT_TEMPLATES), WECHAT_OPENING, ONE_TIME];
const byId = (id: string) => TEMPLATES.find((template) => template.id === id);

/** What is wrong with a request for permission: none, an unknown one, more than three, both kinds together. */
function askError(ids: readonly string[]): number {
  const found = ids.map(byId);
  if (ids.length === 0) return 10001;
  if (found.includes(undefined)) return 20001;
  if (ids.length > 3) return 20003;
  return new Set(found.map((template) => template?.lasts)).size > 1 ? 20002 : 0;
}

/** Subscribe messages: subscribeMessage.send. `pages` are those of the released mini-program. */
export function weappMessages({ people, inbox, now }: { people: People; inbox: Inbox; now: Clock }, pages: readonly string[]): WeappMessages {
  const allowed = subscriptions();
  const wrongIn = (fields: Data, template: Template | undefined): Reply | undefined => {
    if (!people.byOpenId('weapp', textIn(fields, 'touser'))) return refused(40003);
    if (!template) return refused(40037);
    if (fields['page'] !== undefined && !pages.includes(textIn(fields, 'page').split('?')[0]!)) return refused(41030);
    const field = typeof fields['data'] === 'object' && fields['data'] !== null ? wrongField(template, fields['data'] as Data) : 'data';
    return field === undefined ? undefined : refused(47003, ` data.${field}.value invalid`);
  };
  return {
    send({ body }) {
      const fields = fieldsOf(body);
      const [openId, template] = [textIn(fields, 'touser'), byId(textIn(fields, 'template_id'))];
      const wrong = wrongIn(fields, template);
      if (wrong || !template) return wrong ?? refused(40037);
      if (!allowed.take(openId, template)) return refused(43101);
      const lines = template.fields.map(([field, name]) => ({ name, value: valueIn(fields['data'] as Data, field) }));
      inbox.put(openId, { at: now().toISOString(), app: 'weapp', from: '医保码', title: template.title, lines, page: textIn(fields, 'page') });
      return done({});
    },
    ask({ openId, subscribes }, ids) {
      const errCode = askError(ids);
      if (errCode !== 0) return { errCode, answers: {} };
      if (subscribes) for (const id of ids) allowed.allow(openId.weapp, byId(id)!);
      return { errCode, answers: Object.fromEntries(ids.map((id) => [id, subscribes ? 'accept' : 'reject'])) };
    },
    off: ({ openId }) => allowed.forbid(openId.weapp),
  };
}
