import type { Closing } from './consent';

/** What goes when an account is closed that has no voucher. */
export const ERASED_WITHOUT_VOUCHER: Closing['erased'] = ['激活进度', '反馈的联系方式和答复', '开通提醒和解绑提示'];

/** What goes when an account is closed. */
export const ERASED_AT_CLOSING: Closing['erased'] = ['各渠道的绑定和展码密钥', '凭证密码', '姓名和证件号', ...ERASED_WITHOUT_VOUCHER];

/** What an account leaves behind when it is closed, why, and for how long: told before and after, in the same words. */
export const KEPT_BY_LAW: Closing['kept'] = [
  { what: '用码记录（时间、机构、业务类型）', why: '医保基金结算和监管需要核对', until: '按医保基金结算档案的期限' },
  { what: '办理记录和热线受理记录（谁、何时、在哪个渠道、办了什么，内容已脱敏）', why: '网络安全和个人信息保护法律要求留存，用来查明是否有人冒办', until: '不少于6个月，按医保局的规定' },
  { what: '同意和撤回的记录', why: '证明当时取得了您的同意', until: '撤回后3年' },
  { what: '结算结果的通知（时间、机构、金额）', why: '医保平台可能再次发来同一笔，用来核对', until: '90天' },
  { what: '消息发送记录（何时、用什么方式通知过您）', why: '用来答复是否通知过您', until: '30天' },
  { what: '次数限制的计数', why: '防止有人反复试密码、反复发短信', until: '2天' },
  { what: '这次登录', why: '让您在这部手机上看到注销结果', until: '退出登录为止，最多12小时' },
  { what: '手机号（加密）', why: '用来把注销的结果告诉这个号码', until: '1天' },
  { what: '卡包里卡片的编号', why: '用来请微信或支付宝把卡片作废', until: '1天；还没能作废的，最多30天' },
  { what: '证件号的加密索引（不能还原成证件号）', why: '您重新激活或查询保留的记录时，用来找到它们', until: '与保留的记录相同' },
];
