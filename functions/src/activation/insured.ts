import { chinaDay, type Clock, NATIONAL_HOTLINE, Refusal } from '@yibao/shared';
import type { BureauPlatform, RealPerson } from '../upstream/ports';
import type { Insured } from './activation';
import { type RegionFacts, regionOf, type ViewNeeds } from './view';

export interface InsuredNeeds extends Pick<ViewNeeds, 'regions'> {
  readonly bureau: BureauPlatform;
  readonly now: Clock;
}

/** `day` (YYYY-MM-DD) some months later; the last day of a shorter month where the day does not exist. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Throws INSURED_TOO_NEW where the region demands a longer time of insurance (ACT-7). */
export function requireLongEnough({ insuredSince }: Insured, { minInsuredMonths }: RegionFacts, now: Date): void {
  const from = monthsLater(insuredSince, minInsuredMonths);
  if (from > chinaDay(now)) throw new Refusal('INSURED_TOO_NEW', { months: minInsuredMonths, since: insuredSince, from });
}

/** Asks the bureau's platform for the person's insurances. Throws INSURED_NOT_FOUND, RECORD_DUPLICATE, INSURED_TOO_NEW (ACT-5). */
export async function readInsured(person: RealPerson, needs: InsuredNeeds): Promise<Insured[]> {
  const records = await needs.bureau.insuredRecords(person);
  const [only, ...others] = records;
  if (!only) throw new Refusal('INSURED_NOT_FOUND', { hotline: NATIONAL_HOTLINE });
  if (others.length === 0) requireLongEnough(only, await regionOf(only.region, needs), needs.now());
  return records.map(({ region, insutype, suspended, insuredSince }) => ({ region, insutype, suspended, insuredSince }));
}
