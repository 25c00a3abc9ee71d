import * as contract from '@yibao/shared';
import { type Route, route } from '../http/route';
import { endSessions, type Needs as EndNeeds } from './end-sessions';
import { listSessions } from './list-sessions';
import type { OwnNeeds } from './own-sessions';
import { type Needs as SignInNeeds, signIn } from './sign-in';
import { signOut } from './sign-out';
import { type PinNeeds, stepUp } from './step-up';
import { type FaceNeeds, finishFace, startFace } from './step-up-face';

export type SessionNeeds = SignInNeeds & OwnNeeds & EndNeeds & PinNeeds & FaceNeeds;

export const sessionRoutes: readonly Route<SessionNeeds>[] = [
  route(contract.signIn, signIn),
  route(contract.listSessions, listSessions),
  route(contract.endSessions, endSessions),
  route(contract.signOut, signOut),
  route(contract.stepUp, stepUp),
  route(contract.startStepUpFace, startFace),
  route(contract.finishStepUpFace, finishFace),
];
