import { type Endpoint, Refusal } from '@yibao/shared';
import type { Caller } from './call';

/** Throws ROLE_MISSING where the contract asks for a role that this operator does not have. */
export function requireRole({ roles }: Endpoint, caller: Caller): void {
  if (roles === undefined) return;
  if (caller.kind !== 'operator' || !roles.some((role) => caller.roles.includes(role))) throw new Refusal('ROLE_MISSING');
}
