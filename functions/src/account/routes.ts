import * as contract from '@yibao/shared';
import { type Route, route } from '../http/route';
import { closeAccount, type Needs as CloseNeeds } from './close-account';
import { exportData, type Needs as ExportNeeds } from './export-data';

export const accountRoutes: readonly Route<CloseNeeds & ExportNeeds>[] = [route(contract.exportData, exportData), route(contract.closeAccount, closeAccount)];
