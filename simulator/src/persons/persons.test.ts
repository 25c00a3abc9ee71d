import { IdNumber, PersonName, Phone, ageOn, birthDateOf, genderOf } from '@yibao/shared';
import { CASES, type CaseName } from './cases';
import { READY_MADE, makePerson } from './make-person';

const names = Object.keys(CASES) as CaseName[];
const made = names.flatMap((name) => [0, 0.3, 0.6, 0.9999].map((x) => makePerson(name, () => x)));

test.each([...READY_MADE, ...made].map((person) => [person.id, person] as const))('QA-3 %s is complete, valid and nobody real', (_id, person) => {
  expect(IdNumber.safeParse(person.idNumber)).toEqual({ success: true, data: person.idNumber });
  expect(person.idNumber.startsWith('999999')).toBe(true);
  expect(PersonName.safeParse(person.name).success).toBe(true);
  expect(Phone.safeParse(person.phone).success).toBe(true);
  expect(person.phone.startsWith('1390000')).toBe(true);
  expect(person.story).toMatch(/。$/);
});

test('every case has a ready-made person, and no two share a number, a phone or an account', () => {
  expect(READY_MADE.map(({ id }) => id)).toEqual(names);
  for (const key of ['idNumber', 'phone', 'wechatId'] as const) expect(new Set(READY_MADE.map((person) => person[key])).size).toBe(names.length);
  expect(new Set(READY_MADE.flatMap(({ openId }) => [openId.weapp, openId.alipay])).size).toBe(2 * names.length);
});

test('women have even and men odd numbers', () => {
  for (const person of READY_MADE) expect(genderOf(person.idNumber)).toBe('woman' in CASES[person.id as CaseName] ? '女' : '男');
});

test('only the child is under 16 in 2026', () => {
  expect(READY_MADE.filter(({ idNumber }) => ageOn(birthDateOf(idNumber), '2026-12-31') < 16).map(({ id }) => id)).toEqual(['under-16']);
});
