/**
 * Every reason for which the service, the mini-program or the counter declines: the HTTP status, what happened (title, at most 14
 * characters) and what to do about it (remedy). Words in braces are filled from the refusal's details.
 * `counter` is the code that an institution's terminal receives (national `ec.query` dialect); refusals without one never reach a counter.
 */
export const REFUSALS = {
  // the door
  REQUEST_UNREADABLE: { status: 400, counter: 500101, title: '没有读懂发来的内容', remedy: '请更新到最新版本后再试。' },
  REQUEST_MALFORMED: { status: 422, counter: 500102, title: '有内容没有填对', remedy: '请按提示改好后再提交，已填写的内容都还在。' },
  REQUEST_TOO_LARGE: { status: 413, counter: 500103, title: '发来的内容太长', remedy: '请缩短后再试。' },
  ENDPOINT_UNKNOWN: { status: 404, title: '这个页面不在了', remedy: '可能是链接过期，请回首页。' },
  SESSION_REQUIRED: { status: 401, title: '登录已过期', remedy: '为了安全，长时间没有操作会自动退出。点继续会自动登录。' },
  STEP_UP_REQUIRED: { status: 403, title: '需要再确认是您本人', remedy: '请按提示输入凭证密码或刷脸，确认后继续。' },
  INSTITUTION_UNKNOWN: { status: 401, counter: 500104, title: '机构身份没有通过', remedy: '请核对机构编码、登记的密钥和电脑时间，重新登录后再试；还不行请联系医保局。' },
  OPERATOR_REQUIRED: { status: 401, title: '操作员没有登录', remedy: '请用登记的密钥重新登录；还不行请核对工号、密钥和电脑时间。' },
  ROLE_MISSING: { status: 403, title: '您没有这项权限', remedy: '请由有这项权限的同事办理，或请管理员登记权限。' },
  RATE_LIMITED: { status: 429, counter: 500105, title: '点得有点快', remedy: '{seconds}秒后可以再试。' },
  CHANGED_MEANWHILE: { status: 409, counter: 500106, title: '刚才有别的操作', remedy: '内容已经变化，请再试一次。' },
  UPSTREAM_BUSY: { status: 503, counter: 500107, title: '对方系统正忙', remedy: '已做的步骤都还在，请过一会儿再试。急用时请用社会保障卡或身份证。' },
  INTERNAL: { status: 500, counter: 500100, title: '服务出了问题', remedy: '不是您的操作有误，我们已收到提醒。急用时可先用社会保障卡结算。' },
  OFFLINE: { status: 0, title: '手机没有连上网络', remedy: '打开移动数据或无线网络后再试。已填写的内容都还在。' },
  TIMEOUT: { status: 0, title: '网络有点慢', remedy: '等了10秒还没有结果，可以放心重试。' },

  // the phone and its platform
  PRIVACY_REQUIRED: { status: 0, title: '需要先同意隐私说明', remedy: '同意后才能做这一步，刚点过拒绝的过10秒再看。不同意也可以查哪些地方已开通，看病买药照常用社会保障卡或身份证。' },
  ABILITY_UNDECLARED: { status: 0, title: '这个功能还没有开放', remedy: '不是您的操作有误，我们会尽快补上。请先换一种方式，或拨打热线。' },
  CAMERA_DENIED: { status: 0, title: '没有打开相机权限', remedy: '刷脸要用相机和麦克风。请到手机设置里给{platform}打开，再回来继续。' },
  HOST_TOO_OLD: { status: 0, title: '{platform}版本太低', remedy: '请把{platform}更新到最新版本，再打开。' },
  PLATFORM_FAILED: { status: 0, title: '{platform}没有完成这一步', remedy: '请再试一次。还不行，请把{platform}更新到最新版本。' },

  // signing in and the account's identity
  PLATFORM_CODE_REJECTED: { status: 401, title: '登录没有成功', remedy: '请关掉小程序重新打开再试。' },
  ID_CANCELLED: { status: 409, title: '还没有验证身份', remedy: '您取消了身份验证。验证只用来确认是本人，不会扣钱。' },
  ID_CODE_REJECTED: { status: 409, title: '身份验证已过期', remedy: '验证结果只能用一次，请重新验证。' },
  ID_NO_REALNAME: { status: 409, title: '{platform}还没有实名认证', remedy: '先完成实名认证，再回来激活。' },
  ID_MISMATCH: { status: 409, title: '姓名和证件号对不上', remedy: '和{platform}的实名信息不一致，请核对。改过名字或换过证件，请先到医保局更新登记。' },

  // activation
  STEP_OUT_OF_ORDER: { status: 409, title: '这一步还不能做', remedy: '请从上次做到的那一步继续。' },
  AGREEMENT_OUTDATED: { status: 409, title: '协议有了新版本', remedy: '请看一看新的内容，再决定是否同意。' },
  INSURED_NOT_FOUND: { status: 409, title: '没有查到您的参保信息', remedy: '参保信息尚未同步到医保局，请联系参保地医保局（电话{hotline}）。' },
  INSURED_TOO_NEW: { status: 409, title: '参保满{months}个月后可以激活', remedy: '您从{since}开始参保，{from}起可以激活。' },
  RECORD_DUPLICATE: { status: 409, title: '您有两份参保记录要合并', remedy: '需要参保地医保局先合并，再激活（电话{hotline}）。' },
  UNDER_AGE: { status: 409, title: '未满16周岁不用自己激活', remedy: '请由父母在“家人”里添加。' },
  FACE_CONSENT_REQUIRED: { status: 409, title: '刷脸要您单独同意', remedy: '请先看人脸信息处理说明。不同意的，可以带身份证到医保局窗口办理，待遇一样。' },
  FACE_CANCELLED: { status: 409, title: '还没有完成刷脸', remedy: '准备好后再开始。' },
  FACE_LIGHT: { status: 409, title: '光线不够，没有看清', remedy: '换到亮一点的地方，让脸完整在框内。' },
  FACE_NETWORK: { status: 409, title: '网络不稳，没有传上去', remedy: '换到信号好的地方再试。' },
  FACE_NO_PHOTO: { status: 409, title: '公安系统里没有您的照片', remedy: '不是您的操作问题。请把微信号或支付宝账号告诉我们核实，或到派出所更新照片。' },
  FACE_MISMATCH: { status: 409, title: '刷脸的不是本人', remedy: '请由参保人本人刷脸。' },
  FACE_TOO_MANY: { status: 429, title: '今天刷脸次数用完了', remedy: '明天0点后可以再试，或带身份证到医保局窗口办理。' },
  FACE_UNSUPPORTED: { status: 409, title: '这部手机不能刷脸', remedy: '换一部手机，或到医保局窗口办理。' },
  REGION_NOT_OPEN: { status: 409, title: '{region}还没有开通医保码', remedy: '您的参保地尚未开通医保电子凭证，请等待开通。目前看病买药请用社会保障卡或身份证。' },
  REGION_NOT_YOURS: { status: 409, title: '您没有在这里参保', remedy: '请从查到的参保地里选择。' },
  PHONE_PACKET_REJECTED: { status: 409, title: '没有取到手机号', remedy: '请再点一次，并同意提供手机号。' },
  PHONE_SAME: { status: 409, title: '这就是现在的手机号', remedy: '请填写另一个手机号。' },
  PHONE_TAKEN: { status: 409, title: '这个手机号已绑定另一位参保人', remedy: '一个手机号只能绑定一人，请换一个号码。号码确实是您的，请联系医保局。' },
  PHONE_FOREIGN: { status: 409, title: '只能用中国大陆手机号', remedy: '请填写11位的大陆手机号。' },
  PHONE_BY_ALIPAY: { status: 409, title: '要先在支付宝里换手机号', remedy: '支付宝里的医保码用支付宝账号的手机号，请按页面上的三步更换。' },
  SMS_TOO_SOON: { status: 429, title: '验证码刚刚发过', remedy: '{seconds}秒后可以重新获取。' },
  SMS_TOO_MANY: { status: 429, title: '今天的验证码用完了', remedy: '明天再试，或带身份证到医保局窗口办理。' },
  SMS_WRONG: { status: 409, title: '验证码不对', remedy: '还可以试{left}次。' },
  SMS_EXPIRED: { status: 409, title: '验证码过期了', remedy: '重新获取一个。' },
  PIN_WEAK: { status: 422, title: '这个密码容易被猜到', remedy: '不要用生日、手机号、连续或相同数字。' },

  // the voucher
  VOUCHER_NOT_FOUND: { status: 404, title: '您还没有医保码', remedy: '先激活，再出示医保码。' },
  REGION_REQUIRED: { status: 409, title: '先选一下参保地', remedy: '选好后就能出示医保码。（旧提示：缺少请求服务配置）' },
  PIN_REQUIRED: { status: 403, title: '请输入凭证密码', remedy: '输入6位凭证密码后出示医保码。' },
  PIN_WRONG: { status: 403, title: '密码不对', remedy: '还可以试{left}次。忘了可以刷脸重设。' },
  PIN_SAME: { status: 422, title: '新密码和原来的一样', remedy: '请换一个和现在不同的密码。' },
  PIN_LOCKED: { status: 423, title: '密码输错5次，已锁定', remedy: '{until}后自动解锁；也可以现在刷脸，重设密码。' },

  // unbinding
  BINDING_NOT_FOUND: { status: 404, title: '没有找到这个绑定', remedy: '它可能已经解绑。请刷新“我的绑定”再看。' },
  BINDING_ENDED: { status: 409, title: '这个绑定已经解绑', remedy: '已经停用，不用再办。请刷新“我的绑定”看看还有哪些。' },
  UNBIND_OTHER_CHANNEL: { status: 409, title: '请到{platform}里解绑', remedy: '这个绑定是在{platform}激活的。请打开{platform}里的医保码解绑，也可以在这里全部解绑。' },
  UNBIND_TOO_MANY: { status: 429, title: '今天解绑次数用完了', remedy: '24小时内最多解绑3次，{until}后可以再试。手机丢了或怀疑被盗用的，选这个原因，马上能办。' },

  // the wallet
  CARD_UNSUPPORTED: { status: 409, title: '这里还不能加卡包', remedy: '可以把小程序添加到桌面或“我的小程序”，一样方便打开。' },
  CARD_UNKNOWN: { status: 409, title: '没有核对上这张卡', remedy: '请再点一次，重新加入卡包。' },

  // telling the holder, and the bureau's messages
  NOTICE_NOT_TAKEN: { status: 409, title: '消息没有送达', remedy: '可以在医保码里重新开启消息提醒。' },
  MESSAGE_NOT_GENUINE: { status: 401, counter: 500171, title: '报文验证未通过', remedy: '请核对应用编号、时间和签名，用新的报文重发。' },

  // the desk of the bureau
  LOOKUP_TOO_MANY: { status: 429, title: '查询次数用完了', remedy: '{until}后可以再查。急办的请由同事办理。' },
  CASE_UNKNOWN: { status: 404, title: '没有这个工单', remedy: '请核对工单号。' },
  CASE_TAKEN: { status: 409, title: '这个工单号已经用过', remedy: '一个工单号只能申请一次，请核对，或换新的工单号。' },
  CASE_OWN_APPROVAL: { status: 403, title: '不能审批自己的申请', remedy: '请由另一位有审批权限的同事核对后审批。' },
  CASE_CLOSED: { status: 409, title: '这个工单已经办结', remedy: '还要办理的，请核对身份后用新的工单号申请。' },
  CASE_EXPIRED: { status: 409, title: '这个工单已经过期', remedy: '请重新核对身份，用新的工单号申请。' },
  CASE_ASKER_LEFT: { status: 409, title: '申请人已经停用', remedy: '申请的同事不在岗了。请重新核对身份，用新的工单号申请。' },
  NOTHING_TO_UNBIND: { status: 409, title: '没有可以解绑的', remedy: '没有查到这个绑定，或者已经解绑。请再查询一次。' },
  TICKET_UNKNOWN: { status: 404, title: '反馈编号对不上', remedy: '请核对反馈编号和身份证号。' },
  TICKET_CLOSED: { status: 409, title: '这条反馈已经办结', remedy: '还有问题的，请参保人再提交一次。' },
  FACE_NOT_WAITING: { status: 409, title: '现在不在刷脸这一步', remedy: '请参保人打开小程序，看看激活进行到哪一步。' },

  // the counter
  CODE_FOREIGN: { status: 422, counter: 500159, title: '请使用医保电子凭证二维码', remedy: '扫到的不是医保码，请参保人打开医保码再扫。' },
  CODE_NOT_VALID: { status: 409, counter: 500160, title: '医保码无效或已过期', remedy: '请参保人点“刷新”后重新出示。' },
  CODE_USED: { status: 409, counter: 500161, title: '这个医保码已经用过', remedy: '请参保人点“刷新”后重新出示。' },
  CODE_NEEDS_NETWORK: { status: 409, counter: 500162, title: '医保码需要联网更新', remedy: '请参保人连上网络，打开医保码后重新出示。' },
} as const satisfies Record<string, RefusalText>;

export interface RefusalText {
  readonly status: number;
  readonly counter?: number;
  readonly title: string;
  readonly remedy: string;
}

export type RefusalCode = keyof typeof REFUSALS;

/** Facts that fill the sentences, never personal data: a region's name, a hotline, a number of tries, a time. */
export type Details = Readonly<Record<string, string | number>>;

/** One field of a request that is not as the contract says, and what to write instead. */
export interface FieldFault {
  readonly field: string;
  readonly remedy: string;
}

/** The one error that this system throws on purpose; anything else is a defect. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly details: Details = {},
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(code);
  }
}

/** A sentence with its blanks filled in; a blank of which nothing is known stays. */
export const filled = (text: string, details: Details) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));

/** The sentences a person reads for a refusal, its blanks filled in. */
export function wording(code: RefusalCode, details: Details = {}): { title: string; remedy: string } {
  const { title, remedy } = REFUSALS[code];
  return { title: filled(title, details), remedy: filled(remedy, details) };
}
