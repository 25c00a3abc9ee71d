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
/** The age from which a person activates with their own face (FAM-3). */
export const OWN_ACTIVATION_AGE = 16;
