import type { VoucherEvent } from '../events';
import { NOTICES, noticeOf, type Seat } from './notice';

const AT = '2026-11-22T02:05:00.000Z';
const about = { voucherId: 'v1', at: AT };
const settled = { ...about, type: 'settlement.notified', settlement: 'H37010000001#S1', channel: 'weapp', account: 'wx', outcome: 'settled', institution: '济南市第一人民医院', total: 12_345, fund: 10_000, own: 2345 } as const;

const EVENTS: readonly VoucherEvent[] = [
  { ...about, type: 'voucher.bound', channel: 'alipay', region: '370100' },
  { ...about, type: 'pin.locked', channel: 'weapp', until: AT },
  { ...about, type: 'pin.changed', channel: 'weapp' },
  { ...about, type: 'seed.moved', channel: 'alipay' },
  { ...about, type: 'code.refused', channel: 'weapp', why: 'used', orgId: 'H1' },
  { ...about, type: 'code.refused', channel: 'weapp', why: 'ended', orgId: 'H1' },
  { ...about, type: 'phone.changed', channel: 'weapp', account: 'wx', before: '139****0001', after: '139****5080' },
  { ...about, type: 'binding.closed', channel: 'weapp', closed: ['wx'], by: 'holder', reason: 'lost-phone' },
  { ...about, type: 'binding.closed', closed: ['wx', 'ali'], by: 'hotline', reason: 'lost-phone' },
  { ...about, type: 'account.closed', channel: 'weapp' },
  settled,
  { ...settled, outcome: 'refunded' },
  { ...settled, outcome: 'failed' },
];

const WX: Seat = { account: 'wx', channel: 'weapp', boundAt: '2026-01-01T00:00:00.000Z' };
const ALI: Seat = { account: 'ali', channel: 'alipay', boundAt: AT };
const GONE: Seat = { account: 'gone', channel: 'alipay', boundAt: '2026-01-01T00:00:00.000Z', endedAt: '2026-11-22T01:00:00.000Z' };

const SEATS = [WX, ALI, GONE];
const toldOf = (event: VoucherEvent) => SEATS.filter((seat) => noticeOf(event)!.to(seat, SEATS)).map(({ account }) => account);

test.each(EVENTS)('what is told of $type fits into the platforms’ fields', (event) => {
  const { message, sms } = noticeOf(event)!;
  expect(message.facts.filter((fact) => fact.length > 20 || fact === '')).toEqual([]);
  expect([sms.at.length <= 20, sms.what.length <= 20, sms.what !== '']).toEqual([true, true, true]);
  expect(message.page).toMatch(/^pages\//);
});

test('every event that is told is tried here', () => {
  const told = Object.entries(NOTICES).flatMap(([type, notice]) => (notice === 'nobody is told' ? [] : [type]));
  expect([...new Set(EVENTS.map(({ type }) => type))].sort()).toEqual(told.sort());
});

test('a time is that of China, as WeChat’s fields want it', () => {
  expect(noticeOf(EVENTS[1]!)!.message.facts).toEqual(['凭证密码输错5次已锁定', '2026年11月22日 10:05', '刷脸可以马上重设密码']);
  expect(noticeOf(EVENTS[1]!)!.sms).toEqual({ at: '11月22日10:05', what: '凭证密码输错5次已锁定' });
});

test('money is told in yuan, to the account that showed the code (CODE-8)', () => {
  expect(noticeOf(settled)!.message).toEqual({ template: 'settlement', facts: ['济南市第一人民医院', '123.45元', '100.00元', '23.45元', '2026年11月22日 10:05'], page: 'pages/voucher/uses' });
  expect(toldOf(settled)).toEqual(['wx']);
  expect(toldOf({ ...settled, channel: undefined, account: undefined })).toEqual(['wx', 'ali']);
});

test('a settlement of a code whose binding has ended since is told in the channels that are left, and not to the phone that may be lost (UNB-4)', () => {
  expect(toldOf({ ...settled, channel: 'alipay', account: 'gone' })).toEqual(['wx', 'ali']);
});

test('a long name is cut, not refused', () => {
  expect(noticeOf({ ...settled, institution: '医'.repeat(30) })!.message.facts[0]).toBe(`${'医'.repeat(19)}…`);
});

test('of a new channel the others are told, of an end those that ended too (UNB-4)', () => {
  expect(toldOf(EVENTS[0]!)).toEqual(['wx']);
  expect(toldOf({ ...about, type: 'binding.closed', closed: ['gone'], by: 'hotline', reason: 'lost-phone' })).toEqual(['wx', 'ali', 'gone']);
  expect(toldOf(EVENTS[2]!)).toEqual(['wx', 'ali']);
});

test('what the hotline ended is told to the numbers, too, whatever the platforms have taken; what the holder ended is not', () => {
  const numbersOf = (by: 'holder' | 'hotline') => noticeOf({ ...about, type: 'binding.closed', closed: ['wx', 'gone'], by, reason: 'lost-phone' })!.formerNumbersOf;
  expect([numbersOf('hotline'), numbersOf('holder')]).toEqual([['wx', 'gone'], []]);
});
