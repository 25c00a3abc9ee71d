import { refusedIn } from '../assertion/refused-store';
import { boot } from '../boot';
import { TokenEnvironment } from '../config';
import { serve } from '../http/serve';
import { institutionRoutes } from '../institution/routes';
import { institutionsIn } from '../institution/store';

const { TOKEN_ENDPOINT } = TokenEnvironment.parse(process.env);
const base = await boot(process.env);

export const handler = serve(institutionRoutes, { ...base, tokenEndpoint: TOKEN_ENDPOINT, institutions: institutionsIn(base.table, base.now), refused: refusedIn(base.table, 'institution', base.now) }, { doors: {}, limits: base.limits, log: base.log, ready: base.ready });
