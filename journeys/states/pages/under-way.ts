import { type Activation, type ActivationStep, type Insurance, type Region } from '@yibao/shared';
import { hence, JINAN } from '../people';

type UnderWay = Extract<Activation, { status: 'under-way' }>;

export const insured = (region: Region, more: Partial<Insurance> = {}): Insurance => ({ region, insutype: '310', insutypeName: '职工基本医疗保险', suspended: false, ...more });

/** An activation that stands before `step`, of somebody who is insured in these regions. */
export const underWay = (step: ActivationStep, regions: readonly Region[] = [JINAN], more: Partial<UnderWay> = {}): UnderWay => ({
  status: 'under-way',
  step,
  savedUntil: hence(20),
  holder: { name: '*三', idNumber: '9***************4' },
  insurances: regions.map((region) => insured(region)),
  voucherExists: false,
  ...more,
});
