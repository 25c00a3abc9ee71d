import * as contract from '@yibao/shared';
import { type Route, route } from '../http/route';
import { changePin, type Needs as NewPinNeeds, resetPin } from './choose-pin';
import { choosePinPolicy, type Needs as PolicyNeeds } from './choose-pin-policy';
import { decode, decode1162, type Needs as DecodeNeeds } from './decode';
import { listUses, type Needs as UsesNeeds } from './list-uses';
import { provisionSeed, type Needs as SeedNeeds } from './provision-seed';
import { readVoucher } from './read-voucher';
import { type Needs as UnlockNeeds, unlock } from './unlock';

export type VoucherNeeds = PolicyNeeds & DecodeNeeds & UsesNeeds & SeedNeeds & UnlockNeeds & NewPinNeeds;

export const voucherRoutes: readonly Route<VoucherNeeds>[] = [
  route(contract.readVoucher, readVoucher),
  route(contract.unlock, unlock),
  route(contract.changePin, changePin),
  route(contract.resetPin, resetPin),
  route(contract.choosePinPolicy, choosePinPolicy),
  route(contract.provisionSeed, provisionSeed),
  route(contract.listUses, listUses),
  route(contract.ecQuery, decode),
  route(contract.ecQuery1162, decode1162),
];
