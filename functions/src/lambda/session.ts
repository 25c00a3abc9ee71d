import { boot, bootPlatforms } from '../boot';
import { serve } from '../http/serve';
import { sessionRoutes } from '../session/routes';

const base = await boot(process.env);
const { platforms } = await bootPlatforms(process.env, base);

export const handler = serve(sessionRoutes, { ...base, platforms }, { doors: {}, log: base.log, ready: base.ready });
