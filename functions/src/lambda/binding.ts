import { bindingNeeds } from '../binding-needs';
import { bindingRoutes } from '../binding/routes';
import { boot } from '../boot';
import { serve } from '../http/serve';

const base = await boot(process.env);

export const handler = serve(bindingRoutes, bindingNeeds(base), { doors: { citizens: base.citizens }, limits: base.limits, log: base.log, ready: base.ready });
