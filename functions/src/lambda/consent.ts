import { accountNeeds } from '../account-needs';
import { boot } from '../boot';
import { consentRoutes } from '../consent/routes';
import { serve } from '../http/serve';

const base = await boot(process.env);

export const handler = serve(consentRoutes, accountNeeds(base), { doors: { citizens: base.citizens }, limits: base.limits, log: base.log, ready: base.ready });
