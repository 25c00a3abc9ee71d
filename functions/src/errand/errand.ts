import * as z from 'zod/mini';

/** What is to be done: tell an account, tell the number that it had before, bring its card up to date, or tell it that its region has opened. */
const Work = z.enum(['notice', 'former-number', 'card', 'opening']);
export type Work = z.infer<typeof Work>;

/** What one way has to do for one account because of an event. */
export const Errand = z.strictObject({ way: z.enum(['weapp', 'alipay', 'sms']), work: Work, account: z.string() });
export type Errand = z.infer<typeof Errand>;

/** An errand as it stands in a queue: whoever reads it learns which row tells of the event, and nothing of anybody. */
export const PostedErrand = z.extend(Errand, { event: z.strictObject({ pk: z.string(), sk: z.string() }) });
export type PostedErrand = z.infer<typeof PostedErrand>;

/** Errands with the same order are done one after the other: those of one voucher; a wish has none yet. */
export const orderOf = ({ work, account, event }: PostedErrand): string => (work === 'opening' ? `A#${account}` : event.pk);

/** Where errands are left for the couriers of their way. */
export interface Post {
  /** Rejects where one could not be left; leaving them all again does no harm. */
  leave(errands: readonly PostedErrand[]): Promise<void>;
}
