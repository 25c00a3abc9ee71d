import * as z from 'zod/mini';
import { Activation } from './activation';
import { EndedBinding, Unbinding } from './binding';
import { Channel } from './channel';
import { Consent } from './consent';
import { Contact, Ticket } from './feedback';
import { RegionCode } from './region';
import { PinPolicy } from './pin';
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

/** A channel that is bound: since when, when the PIN is asked for, and where it was given last (last characters of the device). */
const OwnBinding = z.strictObject({ channel: Channel, boundAt: Instant, pinPolicy: PinPolicy, pinAt: Instant, device: z.string() });

/** A phone number in full. `at`: since when it is in use, until when it was, when the change to it began. */
export const OwnPhone = z.strictObject({ channel: Channel, phone: z.string(), use: z.enum(['in-use', 'former', 'changing']), at: Instant });
export type OwnPhone = z.infer<typeof OwnPhone>;

/** An unbinding of the last 90 days; why and by whom where it ended the account's own binding. */
export const OwnUnbinding = z.strictObject({ ...Unbinding.shape, ...z.partial(z.pick(EndedBinding, { by: true, reason: true, channel: true, device: true })).shape });
export type OwnUnbinding = z.infer<typeof OwnUnbinding>;

/** What the bureau told of a settlement or a refund within 90 days; amounts in fen. */
export const OwnSettlement = z.strictObject({ at: Instant, outcome: z.enum(['settled', 'failed', 'refunded']), institution: z.string(), total: z.int(), fund: z.int(), own: z.int(), channel: z.optional(Channel) });
export type OwnSettlement = z.infer<typeof OwnSettlement>;

/** Something the holder was told within 30 days: what had happened, and by which way it was told, or that there was none. */
export const OwnNotice = z.strictObject({ at: Instant, what: z.string(), by: z.string() });
export type OwnNotice = z.infer<typeof OwnNotice>;

/** 开通后通知我: the wish to hear of a region's opening; `told` says by which way that was done. */
export const OwnWish = z.strictObject({ region: RegionCode, channel: Channel, askedAt: Instant, told: z.optional(z.string()) });
export type OwnWish = z.infer<typeof OwnWish>;

/** A copy of everything that is kept about a person, to be read by machines. What is not in it, and why, stands in docs/security/data-map.md. */
export const AccountData = z.strictObject({
  exportedAt: Instant,
  voucher: z.optional(z.strictObject({ voucherId: z.string(), name: z.string(), idNumber: z.string(), region: RegionCode, activatedAt: Instant })),
  bindings: z.array(OwnBinding),
  phones: z.array(OwnPhone),
  activation: Activation,
  consents: z.array(Consent),
  uses: z.array(Use),
  settlements: z.array(OwnSettlement),
  sessions: z.array(SessionView),
  tickets: z.array(OwnTicket),
  wallets: z.array(OwnCard),
  unbindings: z.array(OwnUnbinding),
  notices: z.array(OwnNotice),
  openings: z.array(OwnWish),
  trail: z.array(TrailEntry),
});
export type AccountData = z.infer<typeof AccountData>;
