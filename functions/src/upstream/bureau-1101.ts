import { RegionCode, type Clock } from '@yibao/shared';
import * as z from 'zod/mini';
import { transactionOf } from './bureau-head';
import type { InsuredRecord, RealPerson } from './ports';

/** National transaction 1101 (人员基本信息获取). */
export const INFNO = '1101';

/** The message: insuplc_admdvs stays empty because the person's region is what is asked. */
export const messageFor = ({ name, idNumber }: RealPerson, orgCode: string, needs: { now: Clock; nonce: () => string }) =>
  transactionOf({ infno: INFNO, data: { mdtrt_cert_type: '02', mdtrt_cert_no: idNumber, card_sn: '', psn_cert_type: '01', certno: idNumber, psn_name: name } }, orgCode, needs);

const Insurance = z.object({
  insutype: z.string(),
  psn_insu_stas: z.string(),
  psn_insu_date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}/)),
  insuplc_admdvs: RegionCode,
  /** Present when the bureau knows the person under several numbers. */
  psn_no: z.optional(z.nullable(z.string())),
});

export const Output = z.object({
  baseinfo: z.object({ psn_no: z.string(), certno: z.string(), psn_name: z.string() }),
  insuinfo: z.array(Insurance),
});
export type Output = z.infer<typeof Output>;

/** 未参保, and 终止 in its two spellings */
const ENDED = ['0', '3', '4'];
const SUSPENDED = '2';

const isLive = (row: z.infer<typeof Insurance>) => !ENDED.includes(row.psn_insu_stas);

/** Whether living insurances hang on more than one person number: two records of one person that the bureau has to merge. */
export const isDuplicate = ({ baseinfo, insuinfo }: Output) =>
  new Set(insuinfo.filter(isLive).map((row) => row.psn_no ?? baseinfo.psn_no)).size > 1;

export const recordsIn = ({ insuinfo }: Output): readonly InsuredRecord[] =>
  insuinfo.filter(isLive).map((row) => ({
    region: row.insuplc_admdvs,
    insutype: row.insutype,
    suspended: row.psn_insu_stas === SUSPENDED,
    insuredSince: row.psn_insu_date.slice(0, 10),
  }));
