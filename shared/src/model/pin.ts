import * as z from 'zod/mini';

/** 凭证密码: exactly six digits. It confirms the holder at the code; it is never a login. */
export const Pin = z.string('请输入凭证密码').check(z.regex(/^\d{6}$/, '请输入6位数字'));

/** 始终询问 / 离开15分钟后询问 / 本机不再询问 (CODE-3). */
export const PinPolicy = z.enum(['always', 'after-15-minutes', 'never'], '请从三种方式里选择');
export type PinPolicy = z.infer<typeof PinPolicy>;

export const PIN_TRIES = 5;

const steps = (pin: string) => new Set(Array.from(pin).slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10));

const isRun = (pin: string) => {
  const found = steps(pin);
  return found.size === 1 && [0, 1, 9].some((step) => found.has(step));
};

const isRepeated = (pin: string) => pin.slice(0, 3) === pin.slice(3) || pin.slice(0, 2).repeat(3) === pin || new Set(pin).size < 3;

const datesIn = (idNumber: string) => {
  const birth = idNumber.slice(6, 14);
  return [birth.slice(2), birth.slice(0, 6), birth.slice(4) + birth.slice(2, 4), birth.slice(4) + birth.slice(0, 2)];
};

const isPartOf = (pin: string, text = '') => text.includes(pin);

const isBirthDate = (pin: string, idNumber = '') => idNumber !== '' && datesIn(idNumber).includes(pin);

/** Whether a PIN is easily guessed: a run, a repetition, the holder's birth date or a part of ID number or phone. */
export const isWeakPin = (pin: string, known: { idNumber?: string; phone?: string } = {}) =>
  isRun(pin) || isRepeated(pin) || isBirthDate(pin, known.idNumber) || isPartOf(pin, known.idNumber) || isPartOf(pin, known.phone);
