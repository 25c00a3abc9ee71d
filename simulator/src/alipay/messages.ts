import type { Clock } from '@yibao/shared';
import type { Inbox } from '../inbox/inbox';
import { subscriptions } from '../inbox/subscriptions';
import { ALIPAY_OPENING, ALIPAY_TEMPLATES, type Template } from '../notice-templates';
import type { People } from '../persons/people';
import type { Person } from '../persons/person';
import { fieldsOf, textIn } from '../wire/asked';
import { failure, success, type Method, type Node } from './gateway';

const MOST_CHARACTERS = 50;

const TEMPLATES: readonly Template[] = [...Object.values(ALIPAY_TEMPLATES), ALIPAY_OPENING];
const byId = (id: string) => TEMPLATES.find((template) => template.id === id);

const valueIn = (data: Record<string, unknown>, field: string) => textIn((data[field] ?? {}) as Record<string, unknown>, 'value');

function wrongIn(template: Template, data: Record<string, unknown>): Node | undefined {
  const names = template.fields.map(([name]) => name);
  if (Object.keys(data).length !== names.length || names.some((name) => valueIn(data, name) === '')) return failure(40004, 'USER_TEMPLATE_LACK_KEYWORD', '缺少关键词');
  return names.some((name) => valueIn(data, name).length > MOST_CHARACTERS) ? failure(40004, 'USER_KEYWORD_LENGTH_ERROR', '关键词超长') : undefined;
}

export interface AlipayMessages {
  readonly methods: Readonly<Record<string, Method>>;
  /** my.requestSubscribeMessage */
  ask(person: Person, ids: readonly string[]): { readonly behavior: 'subscribe' | 'cancel' };
}

/** alipay.open.app.mini.templatemessage.send for templates that are subscribed to, which need no form_id. What it answers without a subscription is not documented; this is a guess. */
export function alipayMessages({ people, inbox, now }: { people: People; inbox: Inbox; now: Clock }): AlipayMessages {
  const allowed = subscriptions();
  return {
    methods: {
      'alipay.open.app.mini.templatemessage.send': (_parameters, biz) => {
        const [openId, page, template] = [textIn(biz, 'to_open_id'), textIn(biz, 'page'), byId(textIn(biz, 'user_template_id'))];
        if (!template) return failure(40004, 'USER_TEMPLATE_ILLEGAL', '模板非法');
        if (!people.byOpenId('alipay', openId) || page === '' || page.length > 128) return failure(40004, 'INVALID_PARAMETER', '参数有误');
        const data = fieldsOf(textIn(biz, 'data'));
        const wrong = wrongIn(template, data);
        if (wrong) return wrong;
        if (!allowed.take(openId, template)) return failure(40004, 'USER_NOT_SUBSCRIBE', '用户未订阅该模板');
        const lines = template.fields.map(([field, name]) => ({ name, value: valueIn(data, field) }));
        inbox.put(openId, { at: now().toISOString(), app: 'alipay', from: '医保码', title: template.title, lines, page });
        return success({});
      },
    },
    ask({ openId, subscribes }, ids) {
      if (subscribes) for (const template of ids.flatMap((id) => byId(id) ?? [])) allowed.allow(openId.alipay, template);
      return { behavior: subscribes ? 'subscribe' : 'cancel' };
    },
  };
}
