import * as z from 'zod/mini';

/** The platform's number of the entry through which the mini-program was opened (ACT-8); kept for the statistics. */
export const Scene = z.string().check(z.regex(/^\w{1,32}$/, '入口编号应为32位以内的字母或数字'));
