import { type Activation, Refusal, type Voucher } from '@yibao/shared';
import type { Answer } from '../../api/use-answer';
import { offerOf } from './offer';

const region = { code: '370100', name: '济南市', province: '山东省', bureau: '济南市医疗保障局', hotline: '12393', open: true };
const closed = { ...region, code: '371700', name: '菏泽市', open: false };
const voucher: Voucher = { holder: '张*', region, channel: 'weapp', activatedAt: '2026-11-22T08:00:00.000Z', pinPolicy: 'always' };
const answered = (answer: Activation): Answer<Activation> => ({ state: 'answered', answer });
const offline: Answer<Activation> = { state: 'refused', refusal: new Refusal('OFFLINE') };
const insured = (where: typeof region) => ({ region: where, insutype: '310', insutypeName: '职工基本医疗保险', suspended: false });
const underWay = { status: 'under-way', step: 'region', savedUntil: '2026-11-23T08:00:00.000Z', voucherExists: false } as const;

describe('What the home page offers', () => {
  test('to activate, where nothing has begun', () => {
    expect(offerOf(answered({ status: 'none' }), undefined, 'weapp')).toEqual({ kind: 'activate' });
  });

  test.each([
    ['weapp', 5],
    ['alipay', 3],
  ] as const)('to go on at the step of the platform: choosing the region in %s is step %i', (channel, step) => {
    expect(offerOf(answered({ ...underWay, insurances: [insured(closed), insured(region)] }), undefined, channel)).toMatchObject({ kind: 'resume', step, closed: undefined });
  });

  test('the region that has not opened is named where there is no other to choose (ACT-5)', () => {
    expect(offerOf(answered({ ...underWay, insurances: [insured(closed)] }), undefined, 'weapp')).toMatchObject({ kind: 'resume', closed });
  });

  test('to show the code at once where this phone knows the voucher, before and without an answer', () => {
    expect(offerOf({ state: 'waiting' }, voucher, 'weapp')).toEqual({ kind: 'show', holder: '张*', region });
    expect(offerOf(offline, voucher, 'weapp')).toEqual({ kind: 'show', holder: '张*', region });
  });

  test('to show the code on a new phone of a person who has activated', () => {
    expect(offerOf(answered({ status: 'done', activatedAt: voucher.activatedAt, region, receipt: 'r' }), undefined, 'weapp')).toEqual({ kind: 'show', holder: undefined, region });
  });

  test('to activate again where the service knows no voucher any more, whatever the phone remembers', () => {
    expect(offerOf(answered({ status: 'none' }), voucher, 'weapp')).toEqual({ kind: 'activate' });
  });

  test('the reason, where there is neither an answer nor a voucher on the phone', () => {
    expect(offerOf(offline, undefined, 'weapp')).toMatchObject({ kind: 'refused', refusal: { code: 'OFFLINE' } });
  });
});
