import { boot, bootPlatforms, bootWallets } from '../boot';
import { serve } from '../http/serve';
import { walletNeeds } from '../wallet-needs';
import { walletRoutes } from '../wallet/routes';

const base = await boot(process.env);
const sides = bootWallets(await bootPlatforms(process.env, base), base);

export const handler = serve(walletRoutes, walletNeeds(base, sides), { doors: { citizens: base.citizens }, limits: base.limits, log: base.log, ready: base.ready });
