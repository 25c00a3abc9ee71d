import * as contract from '@yibao/shared';
import { type Route, route } from '../http/route';
import { answerTicket, type Needs as AnswerNeeds, readTicket } from './answer-ticket';
import { listOpenTickets, listTickets, type Needs as ListNeeds } from './list-tickets';
import { type Needs as ReportNeeds, reportProblem } from './report-problem';

export const feedbackRoutes: readonly Route<ReportNeeds & ListNeeds & AnswerNeeds>[] = [
  route(contract.reportProblem, reportProblem),
  route(contract.listTickets, listTickets),
  route(contract.listOpenTickets, listOpenTickets),
  route(contract.readTicket, readTicket),
  route(contract.answerTicket, answerTicket),
];
