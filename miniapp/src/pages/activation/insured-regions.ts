import type { Insurance, Region } from '@yibao/shared';

/** One region in which the person is insured, and in what way. */
export interface InsuredRegion {
  readonly region: Region;
  readonly insurances: readonly Insurance[];
  readonly suspended: boolean;
}

/** The regions to choose from, each once, those that have opened first. */
export function insuredRegions(insurances: readonly Insurance[]): InsuredRegion[] {
  const codes = [...new Set(insurances.map(({ region }) => region.code))];
  const regions = codes.map((code) => {
    const here = insurances.filter(({ region }) => region.code === code);
    return { region: here[0]!.region, insurances: here, suspended: here.every(({ suspended }) => suspended) };
  });
  return regions.sort((a, b) => Number(b.region.open) - Number(a.region.open));
}

/** What is chosen for the person before they choose: the only open region, never one of several. */
export function suggestedRegion(regions: readonly InsuredRegion[]): string | undefined {
  const open = regions.filter(({ region }) => region.open);
  return open.length === 1 ? open[0]!.region.code : undefined;
}
