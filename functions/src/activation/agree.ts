import { type agree as endpoint, AGREEMENTS, isPresentText, originOf, type Output, Refusal } from '@yibao/shared';
import { Conflict, type Put } from '../aws/table';
import type { Call, Citizen } from '../http/call';
import type { Alipay } from '../upstream/ports';
import { begun, type Progress } from './activation';
import { type InsuredNeeds, readInsured } from './insured';
import { requireOwnAge } from './own-age';
import { known, type StepNeeds } from './take-step';
import { viewOf } from './view';

export interface Needs extends StepNeeds, InsuredNeeds {
  readonly alipay: Pick<Alipay, 'readRealName'>;
}

/** On Alipay the agreement carries the account's real name and the authorisation to read the insured record (ACT-2). */
async function withRealName(progress: Progress, { caller, input }: Call<typeof endpoint>, needs: Needs): Promise<Progress> {
  if (input.code === undefined) throw new Refusal('REQUEST_MALFORMED', {}, [{ field: 'code', remedy: '请同意支付宝提供实名信息' }]);
  const { name, idNumber, openId } = await needs.alipay.readRealName(input.code);
  if (openId !== caller.openId) throw new Refusal('ID_CODE_REJECTED');
  requireOwnAge(idNumber, needs.now());
  const insured = await readInsured({ name, idNumber }, needs);
  return { ...progress, name, idNumber, insured, authorisation: { version: AGREEMENTS.reading.version, at: progress.agreement.at } };
}

/** On Alipay one step carries both texts (ACT-2). */
async function consentsIn(caller: Citizen, { consents }: Needs): Promise<readonly Put[]> {
  const service = await consents.giving(caller, 'service');
  return caller.channel === 'alipay' ? [...service, ...(await consents.giving(caller, 'reading'))] : service;
}

/** What was shown is what is recorded, on Alipay both texts. Throws AGREEMENT_OUTDATED. */
function requirePresentTexts({ caller, input }: Call<typeof endpoint>): void {
  if (!isPresentText('service', input.version)) throw new Refusal('AGREEMENT_OUTDATED', { version: AGREEMENTS.service.version });
  if (caller.channel === 'alipay' && !isPresentText('reading', input.reading)) throw new Refusal('AGREEMENT_OUTDATED', { version: AGREEMENTS.reading.version });
}

export async function agree(call: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  const { caller, input } = call;
  const { progress, was } = await known(caller.account, needs);
  if (progress) return viewOf(progress, needs);
  requirePresentTexts(call);
  const fresh = begun({ account: caller.account, channel: caller.channel, origin: originOf(caller.channel, input.launch ?? {}) }, { version: input.version, now: needs.now() });
  const next = caller.channel === 'alipay' ? await withRealName(fresh, call, needs) : fresh;
  await needs.activations.keep(next, was, await consentsIn(caller, needs)).catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error;
  });
  return viewOf((await known(caller.account, needs)).progress, needs);
}
