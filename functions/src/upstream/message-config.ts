import * as z from 'zod/mini';

/** The messages for which a bureau has templates approved; what is missing goes as a text message. */
export const TEMPLATES = ['safety', 'settlement', 'refund', 'opening'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

const text = z.string().check(z.minLength(1), z.maxLength(128));

/** A template of WeChat, and what it calls its fields, in the order in which the service fills them: `thing1`, `time2`, `amount3` … */
const WeChatTemplate = z.strictObject({ id: text, fields: z.array(z.string().check(z.regex(/^(thing|time|date|amount)\d{1,2}$/))) });
/** A template of Alipay; its fields are keyword1, keyword2 … */
const AlipayTemplate = z.strictObject({ id: text });

const each = <T extends z.ZodMiniType>(template: T) => z.strictObject({ safety: z.optional(template), settlement: z.optional(template), refund: z.optional(template), opening: z.optional(template) });

export const MessageTemplates = z.strictObject({ weapp: z._default(each(WeChatTemplate), {}), alipay: z._default(each(AlipayTemplate), {}) });
export type MessageTemplates = z.infer<typeof MessageTemplates>;
