import { boot } from '../boot';
import { serve } from '../http/serve';
import { regionRoutes } from '../region/routes';
import { regionsIn } from '../region/store';
import { wishesIn } from '../region/wish-store';

const base = await boot(process.env);

export const handler = serve(regionRoutes, { ...base, regions: regionsIn(base.table), wishes: wishesIn(base.table, base.sealer) }, { doors: { citizens: base.citizens }, limits: base.limits, log: base.log, ready: base.ready });
