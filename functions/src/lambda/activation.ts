import { activationRoutes } from '../activation/routes';
import { activationsIn } from '../activation/store';
import { macWith } from '../audit/mac';
import { trailIn } from '../audit/trail';
import { boot, bootPlatforms, bootRegister } from '../boot';
import { consentRecords } from '../consent/recording';
import { consentsIn } from '../consent/store';
import { phoneIndexWith } from '../crypto/digest';
import { pinHasherWith } from '../crypto/pin-hash';
import { serve } from '../http/serve';
import { phoneArrivals } from '../phone/arriving';
import { changesIn } from '../phone/change-store';
import { phonesIn } from '../phone/store';
import { regionsIn } from '../region/store';
import { envelopeSelfTest } from '../upstream/envelope-self-test';
import { admissionsWith } from '../voucher/admit';
import { vouchersIn } from '../voucher/store';

envelopeSelfTest();
const base = await boot(process.env);
const outside = await bootPlatforms(process.env, base);
const vouchers = vouchersIn(base.table, base.sealer, base.idNumberIndex);
const needs = {
  ...base,
  ...outside,
  ...bootRegister(process.env, outside, base),
  activations: activationsIn(base.table, base.sealer),
  regions: regionsIn(base.table),
  consents: consentRecords({ consents: consentsIn(base.table), now: base.now }),
  admissions: admissionsWith({ ...base, vouchers, phones: phoneArrivals({ phones: phonesIn(base.table, base.sealer, phoneIndexWith(base.keys)), changes: changesIn(base.table, base.sealer), now: base.now }), trail: trailIn(base.table, macWith(base.keys, 'audit-chain')), pinHasher: pinHasherWith(base.keys) }),
};

export const handler = serve(activationRoutes, needs, { doors: { citizens: base.citizens }, limits: base.limits, log: base.log, ready: base.ready });
