import * as contract from '@yibao/shared';
import { type Route, route } from '../http/route';
import { agree, type Needs as AgreeNeeds } from './agree';
import { authorise } from './authorise';
import { chooseRegion } from './choose-region';
import { confirmIdentity, type Needs as IdentityNeeds } from './confirm-identity';
import { confirmPhone, type ConfirmNeeds } from './confirm-phone';
import { finishFace } from './finish-face';
import { readActivation } from './read-activation';
import { sendSms } from './send-sms';
import { type PinNeeds, setPin } from './set-pin';
import { type FaceNeeds, startFace } from './start-face';

export type ActivationNeeds = AgreeNeeds & IdentityNeeds & FaceNeeds & ConfirmNeeds & PinNeeds;

export const activationRoutes: readonly Route<ActivationNeeds>[] = [
  route(contract.readActivation, readActivation),
  route(contract.agree, agree),
  route(contract.confirmIdentity, confirmIdentity),
  route(contract.authorise, authorise),
  route(contract.startFace, startFace),
  route(contract.finishFace, finishFace),
  route(contract.chooseRegion, chooseRegion),
  route(contract.sendSms, sendSms),
  route(contract.confirmPhone, confirmPhone),
  route(contract.setPin, setPin),
];
