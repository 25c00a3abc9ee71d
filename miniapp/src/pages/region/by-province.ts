import type { Region } from '@yibao/shared';

interface Province {
  readonly name: string;
  readonly regions: readonly Region[];
}

const openFirst = (a: Region, b: Region) => Number(b.open) - Number(a.open) || a.code.localeCompare(b.code);

/** The regions under their provinces, those that have opened first. */
export function byProvince(regions: readonly Region[]): Province[] {
  const names = [...new Set(regions.map(({ province }) => province))];
  return names.map((name) => ({ name, regions: regions.filter(({ province }) => province === name).sort(openFirst) }));
}
