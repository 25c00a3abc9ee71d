import { HOUR, MINUTE, later, type Clock } from '@yibao/shared';
import { textIn } from '../wire/asked';
import { contentOf, type BureauAccount } from './envelope';

const TOLERANCE_MS = 5 * MINUTE;

/** Beijing time as yyyyMMddHHmmss. */
export const compactTime = (at: Date) => later(at, 8 * HOUR).toISOString().replace(/\D/g, '').slice(0, 14);

const isInTime = (timestamp: string, now: Date) =>
  /^\d{14}$/.test(timestamp) && timestamp >= compactTime(later(now, -TOLERANCE_MS)) && timestamp <= compactTime(later(now, TOLERANCE_MS));

type Fields = Record<string, unknown>;

const isHead = (message: Fields, { appId }: BureauAccount) =>
  message['appId'] === appId && message['version'] === '2.0.1' && message['encType'] === 'SM4' && message['signType'] === 'SM2';

/** Takes a message in the national envelope: its account, signature and time. Gives the content, or the sentence why not. */
export function bureauGuard(account: BureauAccount, now: Clock): (message: Fields) => { readonly content: Fields } | { readonly wrong: string } {
  return (message) => {
    if (!isHead(message, account)) return { wrong: '应用编号、版本或算法有误' };
    const content = contentOf(message, account);
    if (!content) return { wrong: '验签失败' };
    return isInTime(textIn(message, 'timestamp'), now()) ? { content } : { wrong: '时间戳超出允许范围' };
  };
}

/** What is wrong with the head of a transaction. A message number counts once. */
export function headCheck({ orgCode }: BureauAccount): (content: Fields, infno: string) => string | undefined {
  const seen = new Set<string>();
  return (content, infno) => {
    const msgid = textIn(content, 'msgid');
    if (content['infno'] !== infno || content['opter_type'] !== '3') return '交易编号或经办人类别有误';
    if (!new RegExp(`^${orgCode}\\d{18}$`).test(msgid) || content['fixmedins_code'] !== orgCode) return '报文编号格式有误';
    if (!/^\d{6}$/.test(textIn(content, 'mdtrtarea_admvs'))) return '就医地医保区划有误';
    if (seen.has(msgid)) return '报文编号重复';
    seen.add(msgid);
    return undefined;
  };
}
