import * as z from 'zod/mini';

export const AgreementVersion = z.string('缺少协议版本').check(z.regex(/^\d{4}-\d{2}-\d{2}$/, '协议版本应为日期'));

/** A text that the holder agrees to. A changed text gets a new version; the agreed version is stored with the activation. */
export interface Agreement {
  readonly version: string;
  readonly title: string;
  readonly summary: readonly string[];
  readonly paragraphs: readonly string[];
}

export const SERVICE_AGREEMENT: Agreement = {
  version: '2026-11-22',
  title: '医保码服务协议和隐私说明',
  summary: ['用途：看病、买药、办医保时证明您是谁。', '读取：姓名、证件号、手机号、参保信息。', '随时可以解绑，解绑后医保码立即停用。'],
  paragraphs: [
    '一、医保码（医保电子凭证）由国家医疗保障信息平台统一签发，一个证件号对应一个医保码，在全国定点医药机构通用。',
    '二、为了核对您是本人并查到您的参保信息，我们会请微信或支付宝核对您的实名，并在您另行同意后向参保地医保局读取参保信息。',
    '三、您的姓名、证件号和手机号加密保存，只在核对身份和结算时使用，不用于广告，也不提供给无关的人。',
    '四、刷脸由微信或支付宝完成，我们只保存核验编号、结果和时间，不保存您的照片。不能刷脸的，可以带身份证到医保局窗口办理。',
    '五、医保码每60秒更新一次，只能用一次。请不要把医保码或截图给别人。凭证密码请自己保管。',
    '六、您可以随时解绑、查看和撤回授权。原来的社会保障卡和身份证照常使用。',
  ],
};

export const READING_AUTHORISATION: Agreement = {
  version: '2026-11-22',
  title: '授权读取参保信息',
  summary: ['姓名和证件号：核对是不是您本人', '手机号：结算和变更时通知您', '参保信息：确定参保地和待遇'],
  paragraphs: ['我同意参保地医保局把以上信息提供给医保码服务，只用于激活和使用医保码。不同意不影响使用社会保障卡和身份证。'],
};
