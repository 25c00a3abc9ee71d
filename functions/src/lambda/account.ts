import { accountNeeds } from '../account-needs';
import { accountRoutes } from '../account/routes';
import { boot } from '../boot';
import { serve } from '../http/serve';

const base = await boot(process.env);

export const handler = serve(accountRoutes, accountNeeds(base), { doors: { citizens: base.citizens }, limits: base.limits, log: base.log, ready: base.ready });
