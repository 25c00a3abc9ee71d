import { boot } from '../boot';
import { hotlineRoutes } from '../hotline/routes';
import { hotlineNeeds, operatorDoor } from '../hotline-needs';
import { serve } from '../http/serve';

const base = await boot(process.env);
const { operators, witness } = operatorDoor(base);

export const handler = serve(hotlineRoutes, hotlineNeeds(base), { doors: { operators }, witness, limits: base.limits, log: base.log, ready: base.ready });
