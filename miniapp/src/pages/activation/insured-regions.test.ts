import type { Insurance } from '@yibao/shared';
import { insuredRegions, suggestedRegion } from './insured-regions';

const insurance = (code: string, open: boolean, but: Partial<Insurance> = {}): Insurance => ({
  region: { code, name: code, province: '山东省', bureau: '', hotline: '12393', open },
  insutype: '310',
  insutypeName: '职工基本医疗保险',
  suspended: false,
  ...but,
});

test('regions that have opened come first, and each comes once with all its insurances', () => {
  const regions = insuredRegions([insurance('371700', false), insurance('370100', true), insurance('370100', true, { insutype: '390', insutypeName: '城乡居民基本医疗保险' })]);
  expect(regions.map(({ region, insurances }) => [region.code, insurances.map(({ insutype }) => insutype)])).toEqual([
    ['370100', ['310', '390']],
    ['371700', ['310']],
  ]);
});

test('benefits are suspended only where every insurance is', () => {
  const [mixed] = insuredRegions([insurance('370100', true, { suspended: true }), insurance('370100', true)]);
  const [suspended] = insuredRegions([insurance('370100', true, { suspended: true })]);
  expect([mixed?.suspended, suspended?.suspended]).toEqual([false, true]);
});

test('the only open region is suggested; of several the person chooses', () => {
  expect(suggestedRegion(insuredRegions([insurance('371700', false), insurance('370100', true)]))).toBe('370100');
  expect(suggestedRegion(insuredRegions([insurance('370100', true), insurance('370200', true)]))).toBeUndefined();
  expect(suggestedRegion(insuredRegions([insurance('371700', false)]))).toBeUndefined();
});
