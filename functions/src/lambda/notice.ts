import { boot, bootPlatforms } from '../boot';
import { serve } from '../http/serve';
import { settlementNeeds } from '../notice-needs';
import { noticeRoutes } from '../notice/routes';
import { bureauDoorAt, closedDoor } from '../upstream/bureau-door';
import { envelopeSelfTest } from '../upstream/envelope-self-test';

envelopeSelfTest();
const base = await boot(process.env);
const { config } = await bootPlatforms(process.env, base);
const needs = { ...settlementNeeds(base), templates: config.messages, envelope: 'source' in config.bureau ? closedDoor : bureauDoorAt(config.bureau, base.now) };

export const handler = serve(noticeRoutes, needs, { doors: { citizens: base.citizens }, limits: base.limits, log: base.log, ready: base.ready });
