import { boot } from '../boot';
import { serve } from '../http/serve';
import { regionRoutes } from '../region/routes';
import { regionsIn } from '../region/store';

const base = await boot(process.env);

export const handler = serve(regionRoutes, { ...base, regions: regionsIn(base.table) }, { doors: { citizens: base.citizens }, limits: base.limits, log: base.log, ready: base.ready });
