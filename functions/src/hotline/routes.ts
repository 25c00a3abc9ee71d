import * as contract from '@yibao/shared';
import { type Route, route } from '../http/route';
import { completeFace, type Needs as FaceNeeds } from './complete-face';
import { approveCase, type Needs as DecideNeeds, rejectCase } from './decide-case';
import { lookUp, type Needs as LookupNeeds } from './look-up';
import { type Needs as OpenNeeds, openCase } from './open-case';
import { listCases, type Needs as ReadNeeds, readCase } from './read-cases';

export const hotlineRoutes: readonly Route<LookupNeeds & OpenNeeds & ReadNeeds & DecideNeeds & FaceNeeds>[] = [
  route(contract.lookUp, lookUp),
  route(contract.openCase, openCase),
  route(contract.listCases, listCases),
  route(contract.readCase, readCase),
  route(contract.approveCase, approveCase),
  route(contract.rejectCase, rejectCase),
  route(contract.completeFace, completeFace),
];
