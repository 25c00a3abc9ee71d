import { canonical } from './canonical';
import type { Mac } from './mac';

export type UseRecord = Readonly<Record<string, unknown>>;

export const useKey = (voucherId: string, { at, orgId, requestId }: { at: string; orgId: string; requestId: string }) => ({ pk: `V#${voucherId}`, sk: `USE#${at}#${orgId}#${requestId}` });

/** The MAC over all that a use says and where it stands. */
export function recordMac({ mac: _mac, version: _version, ...told }: UseRecord, mac: Mac): string | undefined {
  return mac.of(canonical(told), String(told['key']));
}

export interface UseFlaw {
  /** The code's row and the number of its acceptance. */
  readonly code: string;
  readonly nth: number;
  readonly kind: 'altered' | 'missing';
}

const isSound = (use: UseRecord, mac: Mac) => typeof use['mac'] === 'string' && recordMac(use, mac) === use['mac'];

/** What is wrong with the uses of one voucher: `accepted` tells how often each of its codes' rows was accepted. */
export function useFlawsOf(accepted: ReadonlyMap<string, number>, uses: readonly UseRecord[], mac: Mac): readonly UseFlaw[] {
  const [sound, altered] = [uses.filter((use) => isSound(use, mac)), uses.filter((use) => !isSound(use, mac))];
  const known = new Set(sound.map((use) => `${String(use['code'])}|${String(use['nth'])}`));
  const missing = [...accepted].flatMap(([code, times]) => Array.from({ length: times }, (_, i) => ({ code, nth: i + 1, kind: 'missing' as const })).filter(({ nth }) => !known.has(`${code}|${nth}`)));
  return [...altered.map((use) => ({ code: String(use['code']), nth: Number(use['nth']), kind: 'altered' as const })), ...missing];
}
