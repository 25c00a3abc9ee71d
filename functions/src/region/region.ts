import { Region } from '@yibao/shared';
import * as z from 'zod/mini';

/** A region with the rules that its bureau has set; `minInsuredMonths` is ACT-7, 0 where none. */
export const RegionRules = z.object({ ...Region.shape, minInsuredMonths: z.int().check(z.minimum(0)) });
export type RegionRules = z.infer<typeof RegionRules>;

/** What citizens see of a region. */
export const publicPart = ({ code, name, province, bureau, hotline, open }: RegionRules): Region => ({ code, name, province, bureau, hotline, open });
