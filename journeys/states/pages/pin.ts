import { contract } from '@yibao/shared';
import { also, type How, never, refuses, refusalsOf, type State, statesOf } from '../state';

const { session, voucher, consent } = contract;

const CHANGE = 'pages/voucher/pin/change';
const RESET = 'pages/voucher/pin/reset';
const change = statesOf(CHANGE);
const reset = statesOf(RESET);

const CONFIRMED: How = { steps: ['pin 135790'] };
const CHOSEN: How = also(CONFIRMED, { steps: ['pin 258036', 'pin 258036'] });
const FACE: How = { steps: ['tap step-up-face'] };
const NEW: How = also(FACE, { steps: ['pin 258036', 'pin 258036'] });

const changing: readonly State[] = [
  change('confirm', '#pin-dots'),
  change('confirm-half', '#pin-dots', { steps: ['pin 135'] }),
  change('confirm-busy', '.keypad--busy', also(CONFIRMED, { service: never(session.stepUp) })),
  change('choose', '#cancel', CONFIRMED),
  change('choose-weak', '#pin-fault', also(CONFIRMED, { steps: ['pin 111111'] })),
  change('choose-again', '#cancel', also(CONFIRMED, { steps: ['pin 258036'] })),
  change('choose-busy', '.keypad--busy', also(CHOSEN, { service: never(voucher.changePin) })),
  change('done', '#pin-chosen', CHOSEN),
  ...refusalsOf(CHANGE, { endpoint: session.stepUp, how: CONFIRMED, signs: { PIN_WRONG: '#pin-wrong' } }),
  ...refusalsOf(CHANGE, { endpoint: voucher.changePin, how: CHOSEN, others: ['OFFLINE'], signs: { PIN_WEAK: '#pin-fault', PIN_SAME: '#pin-fault', STEP_UP_REQUIRED: '#step-up' }, prefix: 'choose-' }),
];

const resetting: readonly State[] = [
  reset('confirm', '#step-up-face'),
  reset('confirm-busy', '#step-up-face', also(FACE, { service: never(session.finishStepUpFace) })),
  reset('face-consent', '#face-consent', also(FACE, { service: refuses(session.startStepUpFace, 'FACE_CONSENT_REQUIRED') })),
  reset('face-consent-OFFLINE', '#refusal-OFFLINE', also(FACE, { service: { ...refuses(session.startStepUpFace, 'FACE_CONSENT_REQUIRED'), ...refuses(consent.giveConsent, 'OFFLINE') }, steps: ['tap agree-step-up-face'] })),
  reset('choose', '#cancel', FACE),
  reset('done', '#pin-chosen', NEW),
  ...refusalsOf(RESET, { endpoint: session.startStepUpFace, how: FACE, signs: { FACE_CONSENT_REQUIRED: '#face-consent' } }),
  ...refusalsOf(RESET, { endpoint: session.finishStepUpFace, how: FACE, others: [], prefix: 'result-' }),
  ...refusalsOf(RESET, { endpoint: voucher.resetPin, how: NEW, others: ['OFFLINE'], signs: { PIN_WEAK: '#pin-fault', STEP_UP_REQUIRED: '#step-up' }, prefix: 'choose-' }),
];

export const pins: readonly State[] = [...changing, ...resetting];
