import { refusedIn } from '../assertion/refused-store';
import { macWith } from '../audit/mac';
import { boot } from '../boot';
import { TokenEnvironment } from '../config';
import { serve } from '../http/serve';
import { journalIn } from '../operator/journal';
import { operatorRoutes } from '../operator/routes';
import { operatorsIn } from '../operator/store';

const { TOKEN_ENDPOINT } = TokenEnvironment.parse(process.env);
const base = await boot(process.env);
const { table, now, keys } = base;
const needs = { ...base, tokenEndpoint: TOKEN_ENDPOINT, operators: operatorsIn(table, now), refused: refusedIn(table, 'operator', now), journal: journalIn(table, macWith(keys, 'audit-chain'), now) };

export const handler = serve(operatorRoutes, needs, { doors: {}, limits: base.limits, log: base.log, ready: base.ready });
