import { type Activation, type BindingView, type Region, type SessionView, type Use, type Voucher } from '@yibao/shared';
import { type Kept } from './state';

/** 16:00:20 in China: a third of the code's minute has passed. */
export const NOW = '2026-11-22T08:00:20.000Z';

export const now = new Date(NOW).getTime();

const HOUR = 3_600_000;

/** The instant so many hours from now. */
export const hence = (hours: number): string => new Date(now + hours * HOUR).toISOString();

export const JINAN: Region = { code: '370100', name: '济南市', province: '山东省', bureau: '济南市医疗保障局', hotline: '0531-12393', open: true };
export const QINGDAO: Region = { code: '370200', name: '青岛市', province: '山东省', bureau: '青岛市医疗保障局', hotline: '0532-12393', open: true };
export const CLOSED: Region = { code: '370300', name: '淄博市', province: '山东省', bureau: '淄博市医疗保障局', hotline: '0533-12393', open: false };
/** The longest name of a prefecture there is. */
export const LONG: Region = { code: '652700', name: '博尔塔拉蒙古自治州', province: '新疆维吾尔自治区', bureau: '博尔塔拉蒙古自治州医疗保障局', hotline: '0909-2318766', open: true };
export const LONG_CLOSED: Region = { code: '522300', name: '黔西南布依族苗族自治州', province: '贵州省', bureau: '黔西南布依族苗族自治州医疗保障局', hotline: '0859-3229077', open: false };

export const LONG_NAME = '*孜古丽·阿卜杜热合曼·买买提依明江';

export const VOUCHER: Voucher = { holder: '*三', region: JINAN, channel: 'weapp', activatedAt: hence(-72), pinPolicy: 'after-15-minutes' };
export const LONG_VOUCHER: Voucher = { ...VOUCHER, holder: LONG_NAME, region: LONG };

export const DONE: Extract<Activation, { status: 'done' }> = { status: 'done', activatedAt: NOW, region: JINAN, receipt: 'YB202611220001' };

const SEED = { handle: '4123456789', province: '37', seed: 'a1'.repeat(32), notAfter: hence(168), offsetMs: 0, heardAt: now, clockDoubted: false };

export const cardOf = (voucher: Voucher, seed: Partial<typeof SEED> = {}): Kept => ({ card: { voucher, seed: { ...SEED, ...seed } } });

export const UNLOCKED: Kept = { display: { unlockedAt: now - 60_000, seenAt: now - 30_000, wrongTries: 0 } };

/** A phone that shows the code at once. */
export const READY: Kept = { ...cardOf(VOUCHER), ...UNLOCKED };

export const use = (hoursAgo: number, institution: string, businessName = '门诊结算'): Use => ({ at: hence(-hoursAgo), institution, businessType: '01301', businessName });

export const LONG_HOSPITAL = '新疆维吾尔自治区博尔塔拉蒙古自治州人民医院（南城院区）互联网便民门诊药房';

const hexOf = (count: number) => String(count).padStart(32, '0');

export const sessionOf = (count: number, more: Partial<SessionView> = {}): SessionView => ({
  id: hexOf(count),
  channel: count % 2 === 0 ? 'weapp' : 'alipay',
  device: '····9f0a',
  begunAt: hence(-24 * count - 1),
  seenAt: hence(-count),
  current: count === 0,
  ...more,
});

export const bindingOf = (count: number, more: Partial<BindingView> = {}): BindingView => ({
  id: hexOf(count),
  channel: 'weapp',
  device: '····9f0a',
  boundAt: hence(-240),
  usedAt: hence(-count),
  current: count === 0,
  closable: true,
  ...more,
});
