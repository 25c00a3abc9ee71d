import * as z from 'zod';

const share = z.coerce.number().min(0).max(1);

/** What nobody can read from the template. Each may be given to `npm run capacity` as an option; the sources are in docs/capacity/README.md. */
export const Assumptions = z.strictObject({
  vouchers: z.coerce.number().int().min(1_000).max(1_500_000_000),
  /** Of all holders, on one day, whose code is scanned. */
  scansPerDay: share.default(0.05),
  /** Of all holders, on one day, who open the code. */
  opensPerDay: share.default(0.2),
  /** Of those, who sign in anew because the session is over. */
  signInsPerOpen: share.default(0.5),
  /** How often the open page asks whether the code was used, in one opening. */
  asksPerOpen: z.coerce.number().min(0).max(100).default(3),
  activationsPerDay: share.default(0.01),
  /** Of all scans, those of the biggest institution. */
  biggestInstitution: share.default(0.002),
  /** Of a day's requests, in its busiest hour. */
  busiestHour: share.default(0.15),
  /** The busiest second against the mean of the busiest hour. */
  peak: z.coerce.number().min(1).max(100).default(3),
  /** How long a request holds a function, in ms. */
  millis: z.coerce.number().min(1).max(5_000).default(40),
  /** Uses of one voucher that are kept, on average. */
  usesKept: z.coerce.number().min(0).max(10_000).default(40),
});
export type Assumptions = z.output<typeof Assumptions>;
