import { boot } from '../boot';
import { feedbackRoutes } from '../feedback/routes';
import { feedbackNeeds, operatorDoor } from '../hotline-needs';
import { serve } from '../http/serve';

const base = await boot(process.env);
const { operators, witness } = operatorDoor(base);
const doors = { citizens: base.citizens, operators };

export const handler = serve(feedbackRoutes, { ...feedbackNeeds(base), newTicket: base.newTicket }, { doors, witness, limits: base.limits, log: base.log, ready: base.ready });
