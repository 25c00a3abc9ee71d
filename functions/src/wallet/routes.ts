import * as contract from '@yibao/shared';
import { type Route, route } from '../http/route';
import { addCard } from './add-card';
import { confirmCard } from './confirm-card';
import type { WalletNeeds } from './needs';
import { readWallet } from './read-wallet';

export const walletRoutes: readonly Route<WalletNeeds>[] = [
  route(contract.readWallet, readWallet),
  route(contract.addCard, addCard),
  route(contract.confirmCard, confirmCard),
];
