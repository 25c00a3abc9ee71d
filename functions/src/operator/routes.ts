import { takeOperatorToken as endpoint } from '@yibao/shared';
import { route } from '../http/route';
import { takeOperatorToken } from './take-token';

export const operatorRoutes = [route(endpoint, takeOperatorToken)];
