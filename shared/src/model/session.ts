import * as z from 'zod/mini';
import { Channel } from './channel';
import { Instant } from './time';

/** Names a session to its holder; it opens nothing. */
export const SessionId = z.string().check(z.regex(/^[0-9a-f]{32}$/, '会话编号应为32位小写十六进制'));

/** One session as its holder sees it; of the device only the last characters. */
export const SessionView = z.strictObject({ id: SessionId, channel: Channel, device: z.string(), begunAt: Instant, seenAt: Instant, current: z.boolean() });
export type SessionView = z.infer<typeof SessionView>;
