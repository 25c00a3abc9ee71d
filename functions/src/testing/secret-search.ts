import { hasValidCheckCharacter } from '@yibao/shared';
import { joined, readingsOf } from './secret-forms';
import { SECRET_KINDS, type SecretKind, type Secrets } from './secret-kinds';

const EDGE = '[0-9A-Za-z]';
const standing = (pattern: string) => new RegExp(`(?<!${EDGE})(?:${pattern})(?!${EDGE})`, 'gi');

const ID_NUMBER = standing(String.raw`\d{17}[\dX]`);
const PHONE = standing(String.raw`1[3-9]\d{9}`);

/** Short numbers count only where they stand alone; long secrets and names wherever they are, and with separators in between. */
const STANDING: readonly SecretKind[] = ['pin', 'smsCode', 'openId'];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

type Holds = (reading: string) => boolean;

function holdsOne(kind: SecretKind, secrets: ReadonlySet<string>): Holds {
  if (secrets.size === 0) return () => false;
  if (STANDING.includes(kind)) {
    const any = standing([...secrets].map(escaped).join('|'));
    return (reading) => reading.search(any) >= 0;
  }
  const whole = [...secrets].map((secret) => secret.toUpperCase());
  const close = whole.map(joined);
  return (reading) => {
    const text = reading.toUpperCase();
    if (whole.some((secret) => text.includes(secret))) return true;
    const tight = joined(text);
    return tight.length < text.length && close.some((secret) => tight.includes(secret));
  };
}

/** Whatever looks like an ID number or a phone is one, known or not. */
function lookalikes(reading: string): readonly SecretKind[] {
  const ids = (reading.match(ID_NUMBER) ?? []).filter((found) => hasValidCheckCharacter(found.toUpperCase()));
  return [...(ids.length > 0 ? ['idNumber' as const] : []), ...(reading.search(PHONE) >= 0 ? ['phone' as const] : [])];
}

/** Tells which kinds of secret a text holds, in clear or in a form that is easily read. Each text is searched once. */
export function searchFor(secrets: Secrets): (text: string) => readonly SecretKind[] {
  const known = SECRET_KINDS.map((kind) => [kind, holdsOne(kind, secrets[kind])] as const);
  const found = new Map<string, readonly SecretKind[]>();
  const kindsIn = (text: string) => {
    const readings = readingsOf(text);
    const kinds = known.flatMap(([kind, holds]) => (readings.some(holds) ? [kind] : []));
    return [...new Set([...kinds, ...readings.flatMap(lookalikes)])];
  };
  return (text) => {
    const kinds = found.get(text) ?? kindsIn(text);
    found.set(text, kinds);
    return kinds;
  };
}
