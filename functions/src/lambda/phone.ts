import { boot, bootPlatforms, bootSms } from '../boot';
import { serve } from '../http/serve';
import { phoneNeeds } from '../phone-needs';
import { phoneRoutes } from '../phone/routes';

const base = await boot(process.env);
const outside = await bootPlatforms(process.env, base);

export const handler = serve(phoneRoutes, { ...base, ...outside, ...bootSms(outside), ...phoneNeeds(base) }, { doors: { citizens: base.citizens }, limits: base.limits, log: base.log, ready: base.ready });
