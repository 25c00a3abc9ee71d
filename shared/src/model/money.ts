import * as z from 'zod/mini';

const fenIn = (text: string) => Number(text.replace('.', '')) * 10 ** (2 - (text.split('.')[1]?.length ?? 0));

/** An amount of yuan as the medical-insurance platforms write it, text or number, at most two decimals; read as fen without a detour through fractions. */
export const Yuan = z.pipe(z.pipe(z.union([z.string(), z.number()]), z.transform(String)), z.pipe(z.string().check(z.regex(/^\d{1,10}(\.\d{1,2})?$/)), z.transform(fenIn)));
