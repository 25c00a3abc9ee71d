import { macWith } from '../audit/mac';
import { trailIn } from '../audit/trail';
import { boot, bootPlatforms } from '../boot';
import { consentRecords } from '../consent/recording';
import { consentsIn } from '../consent/store';
import { pinHasherWith } from '../crypto/pin-hash';
import { serve } from '../http/serve';
import { sessionRoutes } from '../session/routes';
import { holdersWith } from '../voucher/holders';
import { codesIn } from '../voucher/code-store';
import { seedEndings } from '../voucher/seed-ending';
import { vouchersIn } from '../voucher/store';

const base = await boot(process.env);
const { platforms } = await bootPlatforms(process.env, base);
const vouchers = vouchersIn(base.table, base.sealer, base.idNumberIndex);
const holders = holdersWith({ ...base, vouchers, trail: trailIn(base.table, macWith(base.keys, 'audit-chain')), pinHasher: pinHasherWith(base.keys) });

const seeds = seedEndings({ vouchers, codes: codesIn(base.table, base.sealer) });

const consents = consentRecords({ consents: consentsIn(base.table), now: base.now });

export const handler = serve(sessionRoutes, { ...base, platforms, holders, consents, seeds }, { doors: { citizens: base.citizens }, limits: base.limits, log: base.log, ready: base.ready });
