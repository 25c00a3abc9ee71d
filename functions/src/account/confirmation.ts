import { Refusal } from '@yibao/shared';
import type { Citizen } from '../http/call';

export interface HolderNeeds {
  readonly holders: { voucherOf(account: string): Promise<string | undefined> };
}

/**
 * Throws STEP_UP_REQUIRED for who has a voucher and has not confirmed the action by PIN or face. Who has none has no PIN and may still leave;
 * a voucher that was unbound everywhere is only reached by who has just proven identity and face (voucher/left-behind.ts).
 */
export async function requireConfirmation(caller: Citizen, action: 'export-data' | 'close-account', { holders }: HolderNeeds): Promise<void> {
  if (caller.steppedUp.includes(action)) return;
  if ((await holders.voucherOf(caller.account)) !== undefined) throw new Refusal('STEP_UP_REQUIRED', { action });
}
