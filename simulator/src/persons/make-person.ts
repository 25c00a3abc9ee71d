import { createHash } from 'node:crypto';
import { CASES, type Case, type CaseName } from './cases';
import { idNumberOf } from './id-number';
import type { Person, RealName } from './person';

/** What tells one person of a case from the next. */
interface Numbers {
  readonly id: string;
  readonly birth: string;
  /** 0–499, place in the ID number */
  readonly sequence: number;
  /** 0–9999, end of the phone number */
  readonly line: number;
}

const digest = (kind: string, idNumber: string) => createHash('sha256').update(`${kind}:${idNumber}`).digest('base64url');

/** Made from the ID number, so that an account is the same after a restart. */
const openIds = (idNumber: string) => ({
  weapp: `o${digest('weapp', idNumber).slice(0, 27)}`,
  alipay: `0${digest('alipay-1', idNumber)}${digest('alipay-2', idNumber)}`.slice(0, 48),
});

/** In whose name the accounts of a person are who uses a relative's phone. */
export const RELATIVE: RealName = { name: '许明远', idNumber: idNumberOf('1976-04-12', 901) };

/** Whose real name the person's accounts carry. */
function accountOf(kind: Case['account'], own: RealName): { account?: RealName } {
  if (kind === 'nobody') return {};
  return { account: kind === 'a relative' ? RELATIVE : own };
}

function personOf(caseName: CaseName, { id, birth, sequence, line }: Numbers): Person {
  const who: Case = CASES[caseName];
  const idNumber = idNumberOf(birth, sequence * 2 + (who.woman ? 0 : 1));
  const { story, name, insured } = who;
  const phone = `1390000${String(line).padStart(4, '0')}`;
  return {
    id,
    story,
    name,
    idNumber,
    phone,
    accountPhone: { weapp: phone, alipay: phone },
    wechatId: `wxid_${id.replace(/-/g, '_')}`,
    openId: openIds(idNumber),
    ...accountOf(who.account, { name, idNumber }),
    face: who.face ?? 'passes',
    subscribes: true,
    bureauName: who.bureauName ?? name,
    insured,
  };
}

const names = Object.keys(CASES) as CaseName[];

/** The ready-made persons, one for each case, the same at every start. */
export const READY_MADE: readonly Person[] = names.map((name, i) => personOf(name, { id: name, birth: CASES[name].birth, sequence: i + 1, line: i + 1 }));

export const isCase = (name: string): name is CaseName => names.includes(name as CaseName);

/** A new person of a case: the same year of birth and fate, another number, account and phone. `random` gives 0 ≤ x < 1. */
export function makePerson(caseName: CaseName, random: () => number): Person {
  const below = (limit: number) => Math.floor(random() * limit);
  const two = (value: number) => String(value).padStart(2, '0');
  const birth = `${CASES[caseName].birth.slice(0, 4)}-${two(1 + below(12))}-${two(1 + below(28))}`;
  const sequence = 100 + below(400);
  return personOf(caseName, { id: `${caseName}-${birth.slice(5).replace('-', '')}${sequence}`, birth, sequence, line: 100 + below(9900) });
}
