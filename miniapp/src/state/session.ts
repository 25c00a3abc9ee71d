import { Instant, SessionToken } from '@yibao/shared';
import * as z from 'zod/mini';
import { remembered } from './remembered';

/** The platform account's session with the service. */
export const session = remembered('session', z.strictObject({ token: SessionToken, expiresAt: Instant }));
