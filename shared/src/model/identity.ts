import * as z from 'zod/mini';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Resident ID number with its check character (GB 11643): 17 digits and 0–9 or X. */
export function hasValidCheckCharacter(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return text[17] === CHECK_CHARACTERS[sum % 11];
}

/** The birth date inside an ID number, e.g. 1990-03-07. */
export const birthDateOf = (idNumber: string) => `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

function hasRealBirthDate(idNumber: string): boolean {
  const text = birthDateOf(idNumber);
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** 男 for an odd sequence number, 女 for an even one (GB 11643). */
export const genderOf = (idNumber: string) => (Number(idNumber[16]) % 2 === 1 ? '男' : '女');

/** Full years lived on `day` (both YYYY-MM-DD). */
export const ageOn = (birth: string, day: string) => Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);

export const IdNumber = z
  .string('请填写身份证号')
  .check(z.trim(), z.toUpperCase(), z.refine((text) => hasValidCheckCharacter(text) && hasRealBirthDate(text), '身份证号不对，请核对18位号码'));
export type IdNumber = z.infer<typeof IdNumber>;

export const PersonName = z
  .string('请填写姓名')
  .check(z.trim(), z.regex(/^[\p{Script=Han}·A-Za-z .'-]{2,50}$/u, '请填写证件上的姓名'));
export type PersonName = z.infer<typeof PersonName>;

/** 张三 → 张*, 欧阳小明 → 欧***: only the first character is shown. */
export const maskName = (name: string) => {
  const [first = '', ...rest] = Array.from(name);
  return first + '*'.repeat(Math.max(1, rest.length));
};

/** Shows the first and the last character only (GB/T 35273). */
export const maskIdNumber = (id: string) => `${id.slice(0, 1)}${'*'.repeat(16)}${id.slice(-1)}`;
