import { IdNumber, PersonName, Phone, ageOn, birthDateOf, genderOf } from '@yibao/shared';
import { CASES, type CaseName } from './cases';
import { READY_MADE, makePerson } from './make-person';
import { peopleOf } from './people';
import type { Person } from './person';

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

describe('switches of a person', () => {
  const ok = () => peopleOf().byId('ok')!;

  test('are felt at once, add up, and one click puts everything back', () => {
    const people = peopleOf();
    people.change('ok', { face: 'light', account: 'nobody' });
    people.change('ok', { insured: 'unsynced', subscribes: false, alipayPhone: '13900001999' });
    const changed = people.byId('ok')!;
    expect(changed).toMatchObject({ face: 'light', insured: [], subscribes: false, accountPhone: { weapp: ok().phone, alipay: '13900001999' } });
    expect(changed.account).toBeUndefined();
    expect(people.switchesOf('ok')).toEqual({ face: 'light', account: 'nobody', insured: 'unsynced', subscribes: false, alipayPhone: '13900001999' });
    people.change('ok', { face: undefined });
    expect(people.byIdNumber(ok().idNumber)?.face).toBe('passes');
    people.reset('ok');
    expect(people.byId('ok')).toEqual(ok());
  });

  test('of others stay when one person is put back', () => {
    const people = peopleOf();
    people.change('ok', { bureauName: 'old' });
    people.change('retired', { account: 'relative' });
    people.reset('ok');
    expect(people.byOpenId('weapp', people.byId('retired')!.openId.weapp)?.account?.name).toBe('许明远');
    people.reset();
    expect(people.list().every(({ id }) => Object.keys(people.switchesOf(id)).length === 0)).toBe(true);
  });

  test('leave a person kept by an earlier version complete', () => {
    const { accountPhone: _phones, subscribes: _subscribes, ...before } = ok();
    expect(peopleOf([before as Person]).byId('ok')).toEqual(ok());
  });
});
