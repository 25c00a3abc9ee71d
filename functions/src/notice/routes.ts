import * as contract from '@yibao/shared';
import { type Route, route } from '../http/route';
import { listTemplates, type Needs as TemplateNeeds } from './list-templates';
import { type Needs as SettlementNeeds, takeSettlement } from './take-settlement';

export const noticeRoutes: readonly Route<TemplateNeeds & SettlementNeeds>[] = [route(contract.listNoticeTemplates, listTemplates), route(contract.takeSettlement, takeSettlement)];
