import { ageOn, birthDateOf, genderOf, IdNumber, maskIdNumber, maskName, PersonName } from './identity';

test.each([
  ['999999199003070012', true],
  [' 999999199003070012 ', true],
  ['999999199003070011', false],
  ['99999919900307001', false],
  ['99999919901307001X', false],
  ['', false],
])('ID number %p is accepted: %s', (text, accepted) => {
  expect(IdNumber.safeParse(text).success).toBe(accepted);
});

test.each([
  ['张三', true],
  ['买买提·阿不都', true],
  ['张', false],
  ['<b>张三</b>', false],
  ['张三3', false],
])('name %p is accepted: %s', (text, accepted) => {
  expect(PersonName.safeParse(text).success).toBe(accepted);
});

test('birth date, age and gender are read from the ID number', () => {
  expect(birthDateOf('999999199003070012')).toBe('1990-03-07');
  expect(genderOf('999999199003070012')).toBe('男');
  expect(ageOn('2010-11-23', '2026-11-22')).toBe(15);
  expect(ageOn('2010-11-22', '2026-11-22')).toBe(16);
});

test('masks show only the first character of a name and the ends of an ID number (ALL-4)', () => {
  expect(maskName('欧阳小明')).toBe('欧***');
  expect(maskIdNumber('999999199003070012')).toBe('9****************2');
});
