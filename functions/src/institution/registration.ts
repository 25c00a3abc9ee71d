import type { PublicKey } from '../assertion/signer';
import { Institution } from './institution';

/** What was asked cannot be entered; says why, in words for the operator. */
export class Unregistrable extends Error {
  override readonly name = 'Unregistrable';
}

interface Registration {
  readonly orgId: string;
  readonly name: string;
  readonly kind: Institution['kind'];
  readonly key: PublicKey;
}

const WRONG = '机构编码应为 1–40 位字母和数字，公钥最多五把 / the code has 1–40 letters and digits, and there are five keys at most';

function checked(institution: Institution): Institution {
  const { data, success } = Institution.safeParse(institution);
  if (!success) throw new Unregistrable(WRONG);
  return data;
}

function withKey(before: readonly PublicKey[], key: PublicKey): PublicKey[] {
  const same = before.find(({ kid }) => kid === key.kid);
  if (!same) return [...before, key];
  if (same.x !== key.x || same.y !== key.y) throw new Unregistrable(`已有另一把叫 ${key.kid} 的公钥，请换个名字 / there is another key of that name`);
  return [...before];
}

/** Entered, or entered with one key more. A closed one begins anew with this key alone. */
export function registered(known: Institution | undefined, { key, ...facts }: Registration): Institution {
  if (known && known.kind !== facts.kind) throw new Unregistrable(`${known.orgId} 已登记为 ${known.kind} / is registered as ${known.kind}`);
  return checked({ ...facts, keys: withKey(known?.active ? known.keys : [], key), active: true });
}

/** Closed, or without one of its keys. */
export function ended(known: Institution | undefined, kid: string | undefined): Institution {
  if (!known) throw new Unregistrable('没有登记这个机构 / no such institution');
  if (kid === undefined) return { ...known, active: false };
  const keys = known.keys.filter((key) => key.kid !== kid);
  if (keys.length === known.keys.length) throw new Unregistrable('没有这个名字的公钥 / no key of that name');
  if (keys.length === 0) throw new Unregistrable('这是最后一把公钥：停用机构，或先加新公钥 / this is its last key: close it, or add another first');
  return { ...known, keys };
}
