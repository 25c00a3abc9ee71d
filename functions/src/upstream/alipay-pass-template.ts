import * as z from 'zod/mini';
import { callAlipay, type AlipaySide } from './alipay-call';
import { parsed } from './ask';

const Added = z.object({ success: z.union([z.literal('true'), z.literal(true)]), result: z.string() });
const Result = z.object({ tpl_id: z.string().check(z.minLength(1)) });
const Updated = z.object({ success: z.union([z.literal('true'), z.literal(true)]) });

/** What a bureau says in its template. */
export interface TemplateText {
  /** https addresses of pictures. */
  readonly logo: string;
  readonly strip: string;
  readonly bureau: string;
  readonly hotline: string;
}

const page = (appId: string) => `alipays://platformapi/startapp?appId=${appId}&page=pages%2Fvoucher%2Fvoucher`;

const field = (key: string, label: string, value: string) => ({ key, label, value, type: 'text' });

/** pass.json: what is between dollar signs is filled in for each pass (alipay-pass.ts). */
const templateOf = ({ logo, strip, bureau, hotline }: TemplateText, appId: string) => ({
  logo,
  strip,
  content: {
    evoucherInfo: {
      title: '医保码',
      type: 'eventTicket',
      product: 'free',
      operation: [{ format: 'url', message: page(appId), altText: '打开医保码' }],
      einfo: {
        logoText: '医保码',
        headFields: [field('status', '状态', '$useStateDesc$')],
        primaryFields: [field('holder', '参保人', '$holder$')],
        secondaryFields: [field('region', '参保地', '$region$')],
        auxiliaryFields: [],
        backFields: [field('use', '使用说明', '点“打开医保码”出示。卡里没有医保码的数字。')],
      },
    },
    merchant: { mname: bureau, mtel: hotline, minfo: '' },
    platform: { channelID: '$channelID$', webServiceUrl: '' },
    style: { backgroundColor: 'RGB(11,87,208)' },
    fileInfo: { formatVersion: '2', canShare: false, canBuy: false, canPresent: false, serialNumber: '$serialNumber$' },
    appInfo: { app: {}, label: '', message: '' },
  },
});

const biz = (content: object) => ({ biz_content: JSON.stringify(content) });

/** How a bureau makes and changes the template of its passes. */
export const passTemplatesAt = (side: AlipaySide) => ({
  /** Gives the template's number, to be written into the platform secret (`alipay.pass.templateId`). `name` is new for each template. */
  async add(name: string, text: TemplateText): Promise<string> {
    const { result } = await callAlipay(side, { method: 'alipay.pass.template.add', body: biz({ unique_id: name, tpl_content: templateOf(text, side.config.appId) }), answer: Added });
    return parsed(Result, result).tpl_id;
  },
  async update(templateId: string, text: TemplateText): Promise<void> {
    await callAlipay(side, { method: 'alipay.pass.template.update', body: biz({ tpl_id: templateId, tpl_content: templateOf(text, side.config.appId) }), answer: Updated });
  },
});
