import * as contract from '@yibao/shared';
import { type Route, route } from '../http/route';
import { changePhone, type ChangeNeeds } from './change-phone';
import { type NewNumberNeeds, sendPhoneCode } from './new-number';
import { type ProofNeeds, provePhone } from './prove-number';
import { readPhone } from './read-phone';
import { seePhone, type SeeNeeds } from './see-account';

export type PhoneNeeds = NewNumberNeeds & ProofNeeds & ChangeNeeds & SeeNeeds;

export const phoneRoutes: readonly Route<PhoneNeeds>[] = [
  route(contract.readPhone, readPhone),
  route(contract.sendPhoneCode, sendPhoneCode),
  route(contract.provePhone, provePhone),
  route(contract.changePhone, changePhone),
  route(contract.seePhone, seePhone),
];
