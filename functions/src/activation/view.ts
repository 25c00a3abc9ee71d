import { type Activation, type ActivationStep, maskIdNumber, maskName, maskPhone, NATIONAL_HOTLINE, type Region } from '@yibao/shared';
import type { Insured, Progress } from './activation';

/** The region's public part, and what the bureau demands there. */
export interface RegionFacts extends Region {
  readonly minInsuredMonths: number;
}

export interface ViewNeeds {
  readonly regions: { find(code: string): Promise<RegionFacts | undefined> };
  readonly admissions: { exists(idNumber: string): Promise<boolean> };
}

const INSURANCE_NAMES: Readonly<Record<string, string>> = { '310': '职工基本医疗保险', '340': '离休人员医疗保障', '390': '城乡居民基本医疗保险' };

/** A region that this service does not know counts as not opened. */
export async function regionOf(code: string, { regions }: Pick<ViewNeeds, 'regions'>): Promise<RegionFacts> {
  const unknown = { code, name: `参保地${code}`, province: '', bureau: '参保地医保局', hotline: NATIONAL_HOTLINE, open: false, minInsuredMonths: 0 };
  return (await regions.find(code)) ?? unknown;
}

export const publicPart = ({ code, name, province, bureau, hotline, open }: RegionFacts): Region => ({ code, name, province, bureau, hotline, open });

const insurancesOf = (insured: readonly Insured[], needs: ViewNeeds) =>
  Promise.all(
    insured.map(async ({ region, insutype, suspended }) => ({
      region: publicPart(await regionOf(region, needs)),
      insutype,
      insutypeName: INSURANCE_NAMES[insutype] ?? '其他医疗保险',
      suspended,
    })),
  );

/** What is known of the person. */
const maskedOf = ({ name, idNumber, phone, deskFace }: Progress) => ({
  ...(name !== undefined && idNumber !== undefined ? { holder: { name: maskName(name), idNumber: maskIdNumber(idNumber) } } : {}),
  ...(deskFace ? { deskCheckedAt: deskFace.at } : {}),
  ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
});

async function underWay(progress: Progress, step: ActivationStep, needs: ViewNeeds): Promise<Activation> {
  const { idNumber, insured, region } = progress;
  return {
    status: 'under-way',
    step,
    savedUntil: progress.savedUntil,
    voucherExists: step === 'pin' && idNumber !== undefined && (await needs.admissions.exists(idNumber)),
    ...maskedOf(progress),
    ...(insured ? { insurances: await insurancesOf(insured, needs) } : {}),
    ...(region === undefined ? {} : { region: publicPart(await regionOf(region, needs)) }),
  };
}

/** What the wizard shows; personal data masked. */
export async function viewOf(progress: Progress | undefined, needs: ViewNeeds): Promise<Activation> {
  if (!progress) return { status: 'none' };
  const { step, activatedAt, receipt, region } = progress;
  if (step !== 'done') return underWay(progress, step, needs);
  return { status: 'done', activatedAt: activatedAt!, receipt: receipt!, region: publicPart(await regionOf(region!, needs)) };
}
