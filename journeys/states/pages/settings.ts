import { contract } from '@yibao/shared';
import { CLOSED, hence, JINAN, LONG, LONG_CLOSED, LONG_VOUCHER, cardOf, QINGDAO, READY, sessionOf } from '../people';
import { also, never, refuses, refusalsOf, says, type State, statesOf } from '../state';
import { CONSENTS } from '../usual';

const { session, region, consent } = contract;

const settings = statesOf('pages/settings/settings');
const regions = statesOf('pages/region/region');
const devices = statesOf('pages/session/session');
const consents = statesOf('pages/consent/consent');

const setting: readonly State[] = [
  settings('before-activation', '#elder-switch'),
  settings('activated', '#close-account', { kept: READY }),
  settings('long-hotline', '#hotline', { kept: cardOf(LONG_VOUCHER) }),
  settings('offline', '#elder-switch', { kept: READY, online: false }),
];

const places: readonly State[] = [
  regions('waiting', '.skeleton', { service: never(region.listRegions) }),
  regions('list', '#region-370100'),
  regions('long-names', `#region-${LONG.code}`, { service: says(region.listRegions, { regions: [JINAN, QINGDAO, CLOSED, LONG, LONG_CLOSED] }) }),
  regions('empty', '#regions-empty', { service: says(region.listRegions, { regions: [] }) }),
  ...refusalsOf('pages/region/region', { endpoint: region.listRegions }),
];

const many = Array.from({ length: 12 }, (_, at) => sessionOf(at));

const sessions: readonly State[] = [
  devices('waiting', '.skeleton', { service: never(session.listSessions) }),
  devices('alone', '#alone', { service: says(session.listSessions, { sessions: [sessionOf(0)] }) }),
  devices('some', '#session-0'),
  devices('many', '#session-11', { service: says(session.listSessions, { sessions: many }) }),
  devices('ending', '#end-session-1', { service: never(session.endSessions), steps: ['tap end-session-1'] }),
  devices('confirm', '#step-up', { service: refuses(session.endSessions, 'STEP_UP_REQUIRED'), steps: ['tap end-others'] }),
  devices('signed-out', '#signed-out', { steps: ['tap sign-out'] }),
  ...refusalsOf('pages/session/session', { endpoint: session.listSessions }),
  ...refusalsOf('pages/session/session', { endpoint: session.endSessions, how: { steps: ['tap end-others'] }, others: ['OFFLINE'], signs: { STEP_UP_REQUIRED: '#step-up' }, prefix: 'end-' }),
];

const [service, reading, face] = CONSENTS;
const withdrawn = { ...face!, withdrawnAt: hence(-2), valid: false };
const earlier = { ...reading!, at: hence(-2400), version: '2025-11-22', valid: false, withdrawnAt: hence(-1200) };

const agreed: readonly State[] = [
  consents('waiting', '.skeleton', { service: never(consent.listConsents) }),
  consents('empty', '#consents-empty', { service: says(consent.listConsents, { consents: [] }) }),
  consents('list', '#consent-face'),
  consents('withdrawn', '#give-face', { service: says(consent.listConsents, { consents: [withdrawn, service!] }) }),
  consents('outdated', '#give-service', { service: says(consent.listConsents, { consents: [{ ...service!, version: '2025-11-22', valid: false }] }) }),
  consents('many', '#consent-reading', { service: says(consent.listConsents, { consents: [reading!, earlier, { ...earlier, at: hence(-4800) }] }) }),
  consents('text', '#full-service', { steps: ['tap text-service'] }),
  consents('withdrawing', '#withdraw-face', { service: never(consent.withdrawConsent), steps: ['tap withdraw-face'] }),
  ...refusalsOf('pages/consent/consent', { endpoint: consent.listConsents }),
  ...refusalsOf('pages/consent/consent', { endpoint: consent.withdrawConsent, how: { steps: ['tap withdraw-face'] }, others: ['OFFLINE'], prefix: 'withdraw-' }),
  ...refusalsOf('pages/consent/consent', { endpoint: consent.giveConsent, how: also({ service: says(consent.listConsents, { consents: [withdrawn] }) }, { steps: ['tap give-face'] }), others: ['OFFLINE'], prefix: 'give-' }),
];

export const aboutOneself: readonly State[] = [...setting, ...places, ...sessions, ...agreed];
