import { DAY, HOUR, MINUTE } from './time';

/** A code is shown for one minute (source documents: 60 s) and accepted for one more on either side. */
export const CODE_STEP_SECONDS = 60;
/** Codes in the same minute: the first and three manual refreshes. */
export const CODES_PER_STEP = 4;
/** How long a seed shows codes without network. */
export const OFFLINE_RIGHT_MS = 72 * HOUR;
/** A seed older than this is replaced at the next opening with network. */
export const SEED_ROTATION_MS = DAY;
/** Acceptances since the last contact with the service, after which the code asks for network. */
export const OFFLINE_USES = 3;
/** After this, a later showing asks for the PIN again (policy after-15-minutes). */
export const PIN_FRESH_MS = 15 * MINUTE;
/** An activation that rests longer begins again. */
export const ACTIVATION_KEPT_MS = DAY;
/** While a check by hand is waited for, it rests as long. */
export const ACTIVATION_WAITS_MS = 7 * DAY;
/** A session without a request for this long is over; the mini-program signs in again silently. */
export const SESSION_IDLE_MS = 30 * MINUTE;
/** However busy, a session ends after this. */
export const SESSION_LASTS_MS = 12 * HOUR;
/** How long a confirmation by PIN or face serves for its action. */
export const STEP_UP_MS = 5 * MINUTE;
/** A face verification that was begun must be finished within this. */
export const FACE_TASK_MS = 10 * MINUTE;
/** The age from which a person activates with their own face (FAM-3). */
export const OWN_ACTIVATION_AGE = 16;
