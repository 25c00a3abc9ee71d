import { type Clock, MINUTE, later, type Output, type provisionSeed as endpoint, provinceOf } from '@yibao/shared';
import { byCitizen, type Deed } from '../audit/entry';
import type { Trail } from '../audit/trail';
import { untilUndisturbed } from '../aws/table';
import type { Call, Citizen } from '../http/call';
import { type CodeRow, contacted, made, mayKeep, revoked } from './code-row';
import type { Codes } from './code-store';
import { requireDisplayRight } from './display-right';
import { bindingOf, type HolderNeeds } from './holder';
import type { Stored, Vouchers } from './store';
import type { Binding } from './voucher';

export interface Needs extends HolderNeeds {
  readonly vouchers: Pick<Vouchers, 'bindingOf' | 'find'>;
  readonly codes: Codes;
  readonly trail: Pick<Trail, 'telling'>;
  readonly newSeed: () => { readonly handle: string; readonly seed: string };
  readonly now: Clock;
}

type Answer = Output<typeof endpoint>;

/** Openings in quick succession do not write again. */
const CONTACT_EVERY_MS = MINUTE;

async function prolong({ version, ...row }: Stored<CodeRow>, { codes }: Needs, now: Date): Promise<Answer> {
  const isRecent = later(new Date(row.contactAt), CONTACT_EVERY_MS) > now;
  const next = isRecent && row.offlineUses === 0 ? row : contacted(row, now);
  if (next !== row) await codes.keep(next, version);
  return { kept: true, notAfter: next.notAfter, serverTime: now.toISOString() };
}

const withoutVersion = ({ version, ...row }: Stored<CodeRow>): CodeRow => row;

const maskDevice = (device: string) => `…${device.slice(-4)}`;

/** The holder's codes are shown by another device from now on. */
const moveDeed = (caller: Citizen, before: CodeRow, now: Date): Deed => ({
  event: { type: 'seed.moved', voucherId: before.voucherId, at: now.toISOString(), channel: caller.channel },
  actor: byCitizen(caller),
  reason: 'holder',
  before: { device: maskDevice(before.device) },
  after: { device: maskDevice(caller.device) },
});

async function renew(caller: Citizen, { binding, before }: { binding: Stored<Binding>; before: Stored<CodeRow> | undefined }, needs: Needs): Promise<Answer> {
  const { voucherId, channel } = binding;
  const voucher = await needs.vouchers.find(voucherId);
  if (!voucher) throw new Error('a binding without voucher');
  const { name, idNumber, region } = voucher;
  const { account, device } = caller;
  const province = provinceOf(region);
  const now = needs.now();
  const next = made({ ...needs.newSeed(), province, voucherId, account, channel, device, name, idNumber, region }, now);
  const ended = before?.status === 'active' ? revoked(withoutVersion(before)) : undefined;
  const isMove = before !== undefined && before.device !== device;
  const told = isMove ? await needs.trail.telling(moveDeed(caller, before, now)) : [];
  await needs.codes.replace({ next, before, ended, binding, told });
  const { handle, seed, notAfter } = next;
  return { kept: false, handle, province, seed, notAfter, serverTime: now.toISOString() };
}

/** One seed lives per binding: a new one ends the one before, also that of a lost phone (CODE-5). */
export function provisionSeed({ caller, input }: Call<typeof endpoint>, needs: Needs): Promise<Answer> {
  return untilUndisturbed(async () => {
    const now = needs.now();
    const binding = await bindingOf(caller.account, needs);
    const row = binding.code && (await needs.codes.find(binding.code));
    requireDisplayRight(binding, { device: caller.device, row, now });
    return mayKeep(row, { device: caller.device, handle: input.handle, now })
      ? prolong(row, needs, now)
      : renew(caller, { binding, before: row }, needs);
  });
}
