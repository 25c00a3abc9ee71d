import { listRegions } from '@yibao/shared';

/** Looks region names up at the API; asks again when a code is not known yet. */
export function regionNames(api: string): (code: string) => Promise<string | undefined> {
  let names = new Map<string, string>();
  const refresh = async () => {
    const answer = listRegions.output.parse(await (await fetch(api + listRegions.path)).json());
    names = new Map(answer.regions.map(({ code, name }) => [code, name]));
  };
  return async (code) => {
    if (!names.has(code)) await refresh().catch(() => undefined);
    return names.get(code);
  };
}
