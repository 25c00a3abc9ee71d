import type { Use } from '@yibao/shared';

const timeOf = ({ at }: Use) => new Date(at).getTime();

/** The latest use after `since` (milliseconds of the service's time), where there is one. */
export const newUse = (uses: readonly Use[], since: number): Use | undefined =>
  uses.filter((use) => timeOf(use) > since).sort((a, b) => timeOf(b) - timeOf(a))[0];
