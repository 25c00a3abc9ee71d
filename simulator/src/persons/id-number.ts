import { hasValidCheckCharacter } from '@yibao/shared';

/** An area code that GB/T 2260 gives to no place. */
const NOWHERE = '999999';

/** A valid ID number of nobody. `sequence` is 0–999; odd for a man, even for a woman. */
export function idNumberOf(birth: string, sequence: number): string {
  const head = `${NOWHERE}${birth.replace(/-/g, '')}${String(sequence).padStart(3, '0')}`;
  const check = Array.from('0123456789X').find((character) => hasValidCheckCharacter(head + character));
  return head + (check ?? '');
}
