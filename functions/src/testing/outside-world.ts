import { Refusal, type RefusalCode } from '@yibao/shared';
import type { Alipay, BureauPlatform, InsuredRecord, Message, Messages, Sms, SmsNotice, WeChat } from '../upstream/ports';
import { type WalletCall, walletsOfPlatforms } from './wallets-of-platforms';

type Call = 'signIn' | 'checkRealName' | 'readRealName' | 'startFace' | 'faceResult' | 'phoneIn' | 'phoneOf' | 'sendCode' | 'insuredRecords' | 'sendNotice' | 'weappMessage' | 'alipayMessage' | WalletCall;

export const ADA = { name: '张三', idNumber: '999999199003070012', phone: '13900005080' };

const JINAN: InsuredRecord = { region: '370100', insutype: '310', suspended: false, insuredSince: '2015-01-01' };

/** What a holder was told, by which way. */
export type Told = ({ readonly way: 'sms' } & SmsNotice & { readonly to: string }) | ({ readonly way: 'weapp' | 'alipay' } & Message & { readonly to: string });

/** The platforms and the bureau as a script: everything succeeds for one person until a test says otherwise. */
export function outsideWorld() {
  const refusing = new Map<Call, RefusalCode>();
  const calls: Call[] = [];
  const state = { person: ADA, records: [JINAN] as readonly InsuredRecord[], smsTo: [] as string[], newPhone: '13900008888', told: [] as Told[] };
  const happen = (call: Call) => {
    calls.push(call);
    const code = refusing.get(call);
    if (code) throw new Refusal(code);
  };
  const platform = (prefix: string) => ({
    async signIn(code: string) {
      happen('signIn');
      return { openId: `${prefix}-${code}` };
    },
    async faceResult() {
      happen('faceResult');
    },
  });
  const weapp: WeChat = {
    ...platform('wx'),
    async checkRealName() {
      happen('checkRealName');
    },
    async phoneOf() {
      happen('phoneOf');
      return state.newPhone;
    },
    async startFace(_person, { orderNo }) {
      happen('startFace');
      return { reference: { id: `verify-${orderNo}`, orderNo }, task: { channel: 'weapp', verifyId: `verify-${orderNo}` } };
    },
  };
  const alipay: Alipay = {
    ...platform('ali'),
    async readRealName(code) {
      happen('readRealName');
      return { ...state.person, openId: `ali-${code}` };
    },
    phoneIn() {
      happen('phoneIn');
      return state.person.phone;
    },
    async startFace(_person, { orderNo }) {
      happen('startFace');
      return { reference: { id: `certify-${orderNo}`, orderNo }, task: { channel: 'alipay', certifyId: `certify-${orderNo}`, url: 'https://openapi.alipay.com/' } };
    },
  };
  const sms: Sms = {
    async sendCode(phone) {
      happen('sendCode');
      state.smsTo.push(phone);
    },
    async sendNotice(phone, notice) {
      happen('sendNotice');
      state.told.push({ way: 'sms', to: phone, ...notice });
    },
  };
  const messagesOf = (way: 'weapp' | 'alipay'): Messages => ({
    async send(to, message) {
      happen(`${way}Message`);
      state.told.push({ way, to, ...message });
    },
  });
  const wallets = walletsOfPlatforms(happen);
  const bureau: BureauPlatform = {
    async insuredRecords() {
      happen('insuredRecords');
      return state.records;
    },
  };
  return { state, calls, wallets, refuse: (call: Call, code: RefusalCode) => void refusing.set(call, code), allow: () => { refusing.clear(); }, ports: { wechat: weapp, alipay, platforms: { weapp, alipay }, sms, bureau, messages: { weapp: messagesOf('weapp'), alipay: messagesOf('alipay') } } };
}
