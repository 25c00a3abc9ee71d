import { card } from '../state/card';
import { display } from '../state/display';
import { session } from '../state/session';

/** What this phone knows of the holder goes: card, PIN check and session. */
export const forgetHere = () => Promise.all([card.forget(), display.forget(), session.forget()]);
