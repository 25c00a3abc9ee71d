import { Instant, RegionCode } from '@yibao/shared';
import * as z from 'zod/mini';
import type { EventOf } from '../events';
import { RegionRules } from './region';

/** A decision of the bureau about a region (ADM-3): what was, what is, who decided and why. */
export const RegionChange = z.object({
  region: RegionCode,
  no: z.int(),
  at: Instant,
  by: z.string(),
  reason: z.string(),
  before: z.optional(RegionRules),
  after: RegionRules,
});
export type RegionChange = z.infer<typeof RegionChange>;

export interface Decision {
  /** Who decided, as the bureau names its people; no citizen's data. */
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** The reason why a region is not changed, in words. */
export class Unchangeable extends Error {
  override readonly name = 'Unchangeable';
}

/** The rules of a region by name, as far as a decision sets them. */
export type Setting = Partial<Pick<RegionRules, 'name' | 'province' | 'bureau' | 'hotline' | 'open' | 'minInsuredMonths'>>;

const same = (a: RegionRules, b: RegionRules) => JSON.stringify(RegionRules.parse(a)) === JSON.stringify(RegionRules.parse(b));

function completed(code: string, before: RegionRules | undefined, setting: Setting): RegionRules {
  const parsed = RegionRules.safeParse({ open: false, minInsuredMonths: 0, ...before, ...setting, code });
  if (parsed.success) return parsed.data;
  throw new Unchangeable(before ? '内容不对，没有改动' : '新的参保地要写全：--name --province --bureau --hotline');
}

/** The next entry of a region's history. Throws Unchangeable where something is missing or nothing would change. */
export function changed({ code, before, no }: { readonly code: string; readonly before: RegionRules | undefined; readonly no: number }, setting: Setting, { by, reason, at }: Decision): RegionChange {
  const after = completed(code, before, setting);
  if (before && same(before, after)) throw new Unchangeable('已经是这样了，没有改动');
  return { region: code, no, at: at.toISOString(), by, reason, before, after };
}

/** Those who asked are told of the opening of a region that was closed; nobody can have asked for one that was not known. */
export const eventOfChange = ({ region, at, before, after }: RegionChange): EventOf<'region.opened'> | undefined =>
  before && !before.open && after.open ? { type: 'region.opened', region, name: after.name, at } : undefined;
