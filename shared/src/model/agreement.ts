import type { AgreementPurpose } from './agreement-purpose';

/** A text that the holder agrees to. A changed text gets a new version; version and hash are stored with each consent. */
export interface Agreement {
  readonly version: string;
  /** SM3 of the document, 64 hex digits. */
  readonly hash: string;
  readonly title: string;
  readonly summary: readonly string[];
  readonly paragraphs: readonly string[];
}

/** The document whose hash is stored: title, version, summary and paragraphs, one a line. */
export const documentOf = ({ title, version, summary, paragraphs }: Agreement) => [title, version, ...summary, ...paragraphs].join('\n');

export const SERVICE_AGREEMENT: Agreement = {
  version: '2026-11-22',
  hash: '575d4d19da47c3df63cd61ab479bcb679e65ed7e68cc5b3eaf43d77114521035',
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
  hash: 'ea84abc9d4bfb07e4b6a84e2766b47bd7bc0718889f99d2ce06df9ea660d584e',
  title: '授权读取参保信息',
  summary: ['姓名和证件号：核对是不是您本人', '手机号：结算和变更时通知您', '参保信息：确定参保地和待遇'],
  paragraphs: ['我同意参保地医保局把以上信息提供给医保码服务，只用于激活和使用医保码。不同意不影响使用社会保障卡和身份证。'],
};

/** 人脸识别技术应用安全管理办法: voluntary, apart from every other consent, and with another way to the same result. */
export const FACE_CONSENT: Agreement = {
  version: '2026-11-22',
  hash: 'ba98ac1fd827272bcc8bee2a1acc44fc85fba16d7c4fa26dd73edd7f4680c7e5',
  title: '人脸信息处理单独同意',
  summary: [
    '用途：只用来确认正在办理的是您本人。',
    '方式：由微信或支付宝核验，我们不接收、不保存您的人脸。',
    '自愿：不同意也能办，带身份证到医保局窗口激活，待遇一样。',
  ],
  paragraphs: [
    '一、处理者和目的。参保地医保局通过医保码服务办理激活，需要确认办理的人就是参保人本人，防止别人冒用您的医保身份。人脸信息不用于其他目的。',
    '二、处理方式。您的人脸由您正在使用的平台（微信或支付宝）在它自己的页面里采集，并与公安机关的身份信息比对。我们只把您的姓名和证件号交给平台用来比对，从平台收到的只有是否通过和没有通过的原因。',
    '三、保存内容和期限。人脸照片和人脸特征不会传给我们，我们也不保存。我们只保存核验编号、核验结果和时间；核验编号在激活完成时删除，没有完成的，24小时后失效并删除。',
    '四、必要性和影响。人脸信息是敏感个人信息，泄露后可能被冒用。由平台核验，可以不让人脸信息离开平台，对您的影响最小。',
    '五、自愿和其他方式。您可以不同意。不同意不影响看病、买药、报销和办理其他医保业务。您可以带本人身份证到参保地医保局窗口激活，激活后的医保码和待遇完全一样。',
    '六、查看和撤回。您可以随时在“授权管理”里查看或者撤回这项同意。撤回后我们不再发起人脸核验，撤回前已经完成的激活不受影响；以后需要核验时会重新征得您的同意。',
    '七、未成年人。不满16周岁的人不使用人脸核验，由父母在“家人”里添加。',
    '八、联系我们。查询、复制、更正或者删除您的信息，或者对人脸信息的处理有疑问，请拨打国家医保服务热线12393。',
  ],
};

/** The texts as they are now: what is shown before an agreement, and what is agreed to. */
export const AGREEMENTS: Readonly<Record<AgreementPurpose, Agreement>> = { service: SERVICE_AGREEMENT, reading: READING_AUTHORISATION, face: FACE_CONSENT };

/**
 * Texts that were agreed to before, word for word, for as long as somebody’s consent names them. Whoever changes a text moves the one before
 * here; the test of all that was ever published demands it.
 */
const FORMER: Readonly<Record<AgreementPurpose, readonly Agreement[]>> = { service: [], reading: [], face: [] };

/** The text of a version, the present or a former one; undefined for a version that never was. */
export const agreementOf = (purpose: AgreementPurpose, version: string): Agreement | undefined => [AGREEMENTS[purpose], ...FORMER[purpose]].find((text) => text.version === version);

/** Whether a client showed the present text: its version names it, because every version has one hash. */
export const isPresentText = (purpose: AgreementPurpose, version: string | undefined) => version === AGREEMENTS[purpose].version;
