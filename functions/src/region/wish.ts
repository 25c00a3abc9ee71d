import { Channel, Instant, RegionCode } from '@yibao/shared';
import * as z from 'zod/mini';

/** 开通后通知我: an account that wants to hear when a region opens. */
export const OpeningWish = z.object({ region: RegionCode, account: z.string(), channel: Channel, askedAt: Instant });
export type OpeningWish = z.infer<typeof OpeningWish>;

/** A wish that the region's opening has met waits no more; if the region closes again, the account may wish anew. */
export interface KeptWish extends OpeningWish {
  readonly waits: boolean;
}

/** The wish that still counts: a granted one does as long as the region is open. */
export const counting = (wish: KeptWish | undefined, { open }: { readonly open: boolean }): KeptWish | undefined => (wish?.waits || open ? wish : undefined);
