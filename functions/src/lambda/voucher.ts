import { knownCodes } from '@yibao/shared';
import { waitsForRegion } from '../activation/waits-for-region';
import { activationsIn } from '../activation/store';
import { macWith } from '../audit/mac';
import { trailIn } from '../audit/trail';
import { boot } from '../boot';
import { pinHasherWith } from '../crypto/pin-hash';
import { proved } from '../crypto/self-test';
import { serve } from '../http/serve';
import { institutionsIn } from '../institution/store';
import { regionsIn } from '../region/store';
import { type Asking, endOthers } from '../session/own-sessions';
import { codesIn } from '../voucher/code-store';
import { ecTokenWith } from '../voucher/ec-token';
import { guessesIn } from '../voucher/guess-store';
import { holdersWith } from '../voucher/holders';
import { voucherRoutes } from '../voucher/routes';
import { vouchersIn } from '../voucher/store';
import { usesIn } from '../voucher/use-store';

proved(knownCodes());
const base = await boot(process.env);
const { table, sealer, keys, citizens, now } = base;
const vouchers = vouchersIn(table, sealer, base.idNumberIndex);
const pinHasher = pinHasherWith(keys);
const trail = trailIn(table, macWith(keys, 'audit-chain'));
const holders = holdersWith({ vouchers, pinHasher, trail, now });
const needs = {
  ...base,
  vouchers,
  otherSessions: { end: (asking: Asking) => endOthers(asking, { ...base, holders }) },
  codes: codesIn(table, sealer),
  uses: usesIn(table, macWith(keys, 'use-record')),
  trail,
  guesses: guessesIn(table),
  regions: regionsIn(table),
  activations: { waitsForRegion: waitsForRegion({ activations: activationsIn(table, sealer), now }) },
  pinHasher,
  ecToken: ecTokenWith(keys),
};

export const handler = serve(voucherRoutes, needs, { doors: { citizens, institutions: institutionsIn(table, now) }, limits: base.limits, log: base.log, ready: base.ready });
