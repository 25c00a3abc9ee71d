import * as z from 'zod/mini';

/** Six digits: GB/T 2260, or a medical pool such as 330399; therefore never checked against GB/T 2260. */
export const RegionCode = z.string('请选择参保地').check(z.regex(/^[1-9]\d{5}$/, '参保地编码应为6位数字'));
export type RegionCode = z.infer<typeof RegionCode>;

/** One insured region (参保地) as the bureau has set it. */
export const Region = z.strictObject({
  code: RegionCode,
  name: z.string(),
  province: z.string(),
  bureau: z.string(),
  hotline: z.string(),
  open: z.boolean(),
});
export type Region = z.infer<typeof Region>;

/** The two digits at place 24–25 of the code: the province. */
export const provinceOf = (region: string) => region.slice(0, 2);

/** 国家医保服务热线, for where the insured region is not known. */
export const NATIONAL_HOTLINE = '12393';
