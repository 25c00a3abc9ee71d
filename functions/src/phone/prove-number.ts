import type { Output, provePhone as endpoint } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { type CodeNeeds, requireRight } from '../sms/send-code';
import { tried } from '../sms/sent-code';
import { type Change, isProven, proven } from './change';
import type { Changes } from './change-store';
import { freeLock } from './moving';
import { boundOf, type StateNeeds, stateOf } from './state';
import type { Phones } from './store';

export interface ProofNeeds extends StateNeeds, Pick<CodeNeeds, 'smsDigest'> {
  readonly phones: Pick<Phones, 'seatOf' | 'lockOf'>;
  readonly changes: Pick<Changes, 'of' | 'guideOf' | 'putOf' | 'write'>;
}

/** Notes the try; nothing where the number is proven already, so that a repeated request gets the same answer. */
const count = (account: string, { changes, now }: ProofNeeds) =>
  untilUndisturbed(async () => {
    const { value: change, was } = await changes.of(account);
    if (change && (change.doneAt !== undefined || isProven(change, now()))) return undefined;
    const code = tried(change?.code, now());
    await changes.write([changes.putOf({ ...change!, code }, was, now())]);
    return { ...change!, code };
  });

const note = (given: Change, { changes, now }: ProofNeeds) =>
  untilUndisturbed(async () => {
    const { value: change, was } = await changes.of(given.account);
    if (change?.code.digest !== given.code.digest) return;
    await changes.write([changes.putOf(proven(change, now()), was, now())]);
  });

/** Whether somebody else has the number is told only to who has proven to have it, too. */
export async function provePhone({ caller, input }: Call<typeof endpoint>, needs: ProofNeeds): Promise<Output<typeof endpoint>> {
  const given = await count(caller.account, needs);
  if (given) {
    requireRight(given.code, { account: caller.account, digits: input.code }, needs);
    await freeLock(given.phone!, (await boundOf(caller.account, needs))?.voucherId, needs);
    await note(given, needs);
  }
  return stateOf(caller, needs);
}
