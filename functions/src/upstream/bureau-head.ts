import type { Clock } from '@yibao/shared';
import * as z from 'zod/mini';
import { compactTime } from './bureau-message';

/** Organisation code (12), time (14) and a number (4): 30 characters. */
const msgidOf = (orgCode: string, at: Date, nonce: string) =>
  `${orgCode}${compactTime(at)}${String(Number.parseInt(nonce.slice(0, 8), 16) % 10_000).padStart(4, '0')}`;

export interface Transaction {
  readonly infno: string;
  /** The person's insured place, where the transaction names a person by number; else empty. */
  readonly insuplc?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A national transaction with its head. */
export const transactionOf = ({ infno, insuplc = '', data }: Transaction, orgCode: string, needs: { now: Clock; nonce: () => string }) => ({
  infno,
  msgid: msgidOf(orgCode, needs.now(), needs.nonce()),
  mdtrtarea_admvs: orgCode.slice(1, 7),
  insuplc_admdvs: insuplc,
  opter_type: '3',
  fixmedins_code: orgCode,
  sign_no: '',
  input: { data },
});

/** infcode: 0 answered, -1 declined with err_msg; text where the envelope's numbers became text. */
export const Head = z.object({ infcode: z.union([z.literal(0), z.literal(-1), z.literal('0'), z.literal('-1')]), inf_refmsgid: z.string(), err_msg: z.nullish(z.string()) });
