import type * as z from 'zod/mini';
import { Activation, ActivationStep, Insurance } from '../model/activation';
import { AccountData, TrailEntry } from '../model/account';
import { AgreementPurpose, AgreementVersion } from '../model/agreement-purpose';
import { BindingId, BindingView, EndedBinding, Unbinding, UnbindReason } from '../model/binding';
import { ClientAssertion } from '../model/assertion';
import { Channel } from '../model/channel';
import { Closing, Consent, Consents, Kept } from '../model/consent';
import { DecodeAnswer, DecodeBody, Decoded, DecodeRequest } from '../model/decoding';
import { Contact, Ticket, TicketLine, TicketNumber } from '../model/feedback';
import { FaceTask } from '../model/face';
import { CaseNumber, HolderState, HotlineCase, IdentityChecks } from '../model/hotline';
import { IdNumber, PersonName } from '../model/identity';
import { PhonePacket, SmsCode } from '../model/phone';
import { Pin, PinPolicy } from '../model/pin';
import { Region, RegionCode } from '../model/region';
import { Scene } from '../model/scene';
import { Launch } from '../model/scene-launch';
import { Poster } from '../model/scene-poster';
import { Handle, SeedAnswer } from '../model/seed';
import { Instant } from '../model/time';
import { SessionId, SessionView } from '../model/session';
import { StepUpAction } from '../model/step-up';
import { DeviceId, OneTimeCode, SessionToken } from '../model/tokens';
import { Use, Voucher } from '../model/voucher';
import { CardToAdd, Wallet, WalletCard, WalletState } from '../model/wallet';
import { CounterRefusal, PlainRefusal } from './refusal-schemas';

export interface NamedSchema {
  readonly schema: z.ZodMiniType;
  readonly description: string;
  /** Where a check of ours cannot be said by the schema itself. */
  readonly pattern?: string;
}

/** The schemas that have a name of their own in the document, with what a reader should know of them. */
export const NAMED_SCHEMAS: Readonly<Record<string, NamedSchema>> = {
  Activation: { schema: Activation, description: '激活进度；姓名、证件号、手机号均已脱敏' },
  ActivationStep: { schema: ActivationStep, description: '激活的步骤：微信6步，支付宝5步' },
  Insurance: { schema: Insurance, description: '一条参保记录；insutype 310 职工、390 居民' },
  Region: { schema: Region, description: '参保地' },
  RegionCode: { schema: RegionCode, description: '参保地编码，6位数字：行政区划代码或统筹区编码' },
  Channel: { schema: Channel, description: '渠道：weapp 微信，alipay 支付宝' },
  Voucher: { schema: Voucher, description: '本渠道的医保码；姓名已脱敏' },
  Wallet: { schema: Wallet, description: '医保码在微信卡包、支付宝卡包里的情况' },
  WalletState: { schema: WalletState, description: 'not-added 未加入，adding 正在加入，added 已在卡包，not-updated 没有加成，unsupported 这里不支持' },
  WalletCard: { schema: WalletCard, description: '平台打开这张卡所需：微信 wx.openCard，支付宝 my.openTicketDetail' },
  CardToAdd: { schema: CardToAdd, description: 'wx.addCard 所需；cardExt 是 JSON 文本，只能用一次' },
  BindingId: { schema: BindingId, description: '绑定的编号，只用来指称；重新激活后是另一个编号' },
  BindingView: { schema: BindingView, description: '一个绑定；device 只有展码设备编号的末四位；closable 为能否从本渠道单独解绑' },
  EndedBinding: { schema: EndedBinding, description: '本账号的绑定已结束：何时、由谁（本人或热线）、为什么' },
  Unbinding: { schema: Unbinding, description: '解绑结果：编号、结束的渠道、还剩几个绑定' },
  UnbindReason: { schema: UnbindReason, description: '解绑原因：换手机号、换手机、手机丢了、不想用了、怀疑被盗用、其他' },
  Use: { schema: Use, description: '一次用码' },
  Pin: { schema: Pin, description: '凭证密码，6位数字' },
  PinPolicy: { schema: PinPolicy, description: '何时询问凭证密码：始终、离开15分钟后、本机不再询问' },
  SeedAnswer: { schema: SeedAnswer, description: '展码密钥：延长原有的，或换一个新的；到 notAfter 为止可离线展码' },
  Handle: { schema: Handle, description: '展码密钥的编号，10位数字' },
  FaceTask: { schema: FaceTask, description: '交给平台的刷脸任务' },
  IdNumber: { schema: IdNumber, description: '居民身份证号，末位校验码和出生日期都要正确（GB 11643）', pattern: String.raw`^\d{17}[\dXx]$` },
  PersonName: { schema: PersonName, description: '证件上的姓名' },
  DeviceId: { schema: DeviceId, description: '设备编号，由小程序在每台设备上生成一次' },
  OneTimeCode: { schema: OneTimeCode, description: '平台的一次性凭证（wx.login、my.getAuthCode、城市服务）' },
  SessionToken: { schema: SessionToken, description: '会话令牌，256位随机数' },
  SessionId: { schema: SessionId, description: '会话的编号，只用来指称，不能用来登录' },
  SessionView: { schema: SessionView, description: '一台登录着的设备；device 只有设备编号的末四位' },
  StepUpAction: { schema: StepUpAction, description: '需要再次确认的事' },
  AgreementVersion: { schema: AgreementVersion, description: '协议版本，即其日期' },
  AgreementPurpose: { schema: AgreementPurpose, description: '授权种类：service 服务协议，reading 读取参保信息，face 人脸信息处理' },
  Consent: { schema: Consent, description: '一次同意：文本版本和哈希（SM3）、渠道、时间、撤回时间' },
  Consents: { schema: Consents, description: '同意记录，新的在前' },
  Kept: { schema: Kept, description: '注销后还保留的内容、理由和期限' },
  Closing: { schema: Closing, description: '注销结果：删除了什么，保留了什么' },
  AccountData: { schema: AccountData, description: '个人信息副本' },
  TrailEntry: { schema: TrailEntry, description: '一条办理记录；变更前后的内容已脱敏' },
  ClientAssertion: { schema: ClientAssertion, description: '用登记的密钥签名的断言（RFC 7523）' },
  CaseNumber: { schema: CaseNumber, description: '工单号，来自热线自己的系统' },
  HotlineCase: { schema: HotlineCase, description: '解绑工单：一人申请，另一人审批' },
  HolderState: { schema: HolderState, description: '操作员看到的绑定情况，已脱敏' },
  IdentityChecks: { schema: IdentityChecks, description: '做过的身份核对，至少两种' },
  Contact: { schema: Contact, description: '联系方式：微信号、支付宝账号或手机号' },
  Ticket: { schema: Ticket, description: '一条反馈；联系方式已脱敏' },
  TicketLine: { schema: TicketLine, description: '待处理列表里的一条反馈' },
  TicketNumber: { schema: TicketNumber, description: '反馈编号：JC 加16位数字' },
  Launch: { schema: Launch, description: '怎么打开小程序的：平台给出的入口编号，扫激活码时还有码上的内容' },
  Poster: { schema: Poster, description: '激活码上的渠道、地区和福利码；看不懂的记为 other' },
  Scene: { schema: Scene, description: '打开小程序的入口编号' },
  PhonePacket: { schema: PhonePacket, description: 'my.getPhoneNumber 给出的加密报文' },
  SmsCode: { schema: SmsCode, description: '短信验证码，6位数字，5分钟内有效' },
  Instant: { schema: Instant, description: '时间，UTC，如 2026-01-01T00:00:00.000Z' },
  DecodeRequest: { schema: DecodeRequest, description: '机构解码请求（ec.query）；多余的字段不影响' },
  DecodeBody: { schema: DecodeBody, description: '机构解码的业务数据；也是1162的整个请求' },
  DecodeAnswer: { schema: DecodeAnswer, description: '解码成功，code 为 0' },
  Decoded: { schema: Decoded, description: '参保人身份；没有的内容为空字符串' },
  Refusal: { schema: PlainRefusal, description: '不能办理：原因和怎么办' },
  CounterRefusal: { schema: CounterRefusal, description: '机构接口的不能办理：code 不为 0' },
};
