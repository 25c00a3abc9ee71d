import { takeToken as endpoint } from '@yibao/shared';
import { route } from '../http/route';
import { takeToken } from './take-token';

export const institutionRoutes = [route(endpoint, takeToken)];
