import * as z from 'zod/mini';
import { Activation } from './activation';
import { Channel } from './channel';
import { Consent } from './consent';
import { Contact, Ticket } from './feedback';
import { RegionCode } from './region';
import { SessionView } from './session';
import { Instant } from './time';
import { Use } from './voucher';

/** Something that was done to the voucher: by whom, in which channel, why. What changed is masked. */
export const TrailEntry = z.strictObject({
  no: z.int(),
  at: Instant,
  what: z.string(),
  by: z.enum(['citizen', 'institution', 'operator', 'system']),
  channel: z.optional(Channel),
  reason: z.string(),
  before: z.optional(z.record(z.string(), z.string())),
  after: z.optional(z.record(z.string(), z.string())),
});
export type TrailEntry = z.infer<typeof TrailEntry>;

/** A report to the bureau, with the contact in full. */
const OwnTicket = z.strictObject({ ...Ticket.shape, contact: Contact });

/** What the service knows of a card in a platform's wallet. `ended`: it is to be closed, or is. */
const OwnCard = z.strictObject({ channel: Channel, state: z.enum(['adding', 'added', 'not-updated', 'ended']), askedAt: Instant });

/** A copy of everything that is kept about a person, to be read by machines. */
export const AccountData = z.strictObject({
  exportedAt: Instant,
  voucher: z.optional(z.strictObject({ voucherId: z.string(), name: z.string(), idNumber: z.string(), region: RegionCode, activatedAt: Instant })),
  bindings: z.array(z.strictObject({ channel: Channel, boundAt: Instant })),
  phones: z.array(z.strictObject({ channel: Channel, phone: z.string(), since: Instant })),
  activation: Activation,
  consents: z.array(Consent),
  uses: z.array(Use),
  sessions: z.array(SessionView),
  tickets: z.array(OwnTicket),
  wallets: z.array(OwnCard),
  trail: z.array(TrailEntry),
});
export type AccountData = z.infer<typeof AccountData>;
