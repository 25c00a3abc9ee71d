import * as contract from '@yibao/shared';
import { type Route, route } from '../http/route';
import { giveConsent } from './give-consent';
import { listConsents } from './list-consents';
import { type Needs, withdrawConsent } from './withdraw-consent';

export const consentRoutes: readonly Route<Needs>[] = [
  route(contract.listConsents, listConsents),
  route(contract.giveConsent, giveConsent),
  route(contract.withdrawConsent, withdrawConsent),
];
