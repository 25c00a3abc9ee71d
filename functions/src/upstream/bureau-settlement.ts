import { Refusal, Yuan } from '@yibao/shared';
import * as z from 'zod/mini';
import { ask, type Reading, type SigningNeeds } from './ask';
import { askAgain } from './ask-again';
import { Head, type Transaction, transactionOf } from './bureau-head';
import { contentOf, messageOf, type BureauConfig } from './bureau-message';
import type { Fields } from './envelope';
import type { BureauSettlements, SettlementPlace } from './ports';

const none = () => z._default(z.nullish(Yuan), 0);

/** setlinfo of transaction 5203 (结算信息查询), as far as it is used. */
const Settled = z.object({
  output: z.object({
    setlinfo: z.object({
      setl_id: z.string(),
      psn_no: z.string(),
      setl_time: z.string(),
      fixmedins_code: z.string(),
      fixmedins_name: z.string(),
      med_type: z.string(),
      medfee_sumamt: Yuan,
      fund_pay_sumamt: Yuan,
      acct_pay: none(),
      acct_mulaid_pay: none(),
      psn_cash_pay: none(),
    }),
  }),
});

/** Rows of transaction 5204 (费用明细查询), as far as they are used. */
const Detailed = z.object({
  output: z.array(z.object({ setl_id: z.string(), feedetl_sn: z.string(), med_list_codg: z.string(), medins_list_name: z.string(), cnt: z.union([z.string(), z.number()]), pric: Yuan, det_item_fee_sumamt: Yuan, fulamt_ownpay_amt: none() })),
});

const NOT_THERE = /未查询到|未查到|不存在/;

function read<S extends z.ZodMiniType>(schema: S, content: Fields): z.infer<S> {
  const result = schema.safeParse(content);
  if (!result.success) throw new Error('unexpected shape');
  return result.data;
}

/** The output, or undefined where the platform has no such settlement. */
function readAnswer<S extends z.ZodMiniType>(schema: S, msgid: string, content: Fields): Reading<z.infer<S> | undefined> {
  const { infcode, inf_refmsgid, err_msg } = read(Head, content);
  if (inf_refmsgid !== msgid) throw new Error('answer to another message');
  if (Number(infcode) === 0) return { value: read(schema, content), code: `infcode ${infcode}` };
  if (!NOT_THERE.test(err_msg ?? '')) throw new Error('infcode -1');
  return { value: undefined, code: `infcode ${infcode}`, declined: true };
}

/** The platform's own record of settlements, by transactions 5203 and 5204. Mere questions, so that they are asked again. */
export function bureauSettlementsAt(config: BureauConfig, needs: SigningNeeds): BureauSettlements {
  const query = <S extends z.ZodMiniType>(transaction: Transaction, schema: S) =>
    askAgain(needs, 'bureau', () => {
      const message = transactionOf(transaction, config.orgCode, needs);
      const question = { upstream: 'bureau', call: transaction.infno, url: `${config.url}/${transaction.infno}`, method: 'POST', headers: { 'content-type': 'application/json' }, body: messageOf(message, config, needs.now()) } as const;
      return ask(needs, question, (text) => readAnswer(schema, message.msgid, contentOf(text, config, needs.now())));
    });
  const about = (infno: string, { personNo, settlementId, visitId, region }: SettlementPlace): Transaction => ({ infno, insuplc: region, data: { psn_no: personNo, setl_id: settlementId, mdtrt_id: visitId } });
  const requireOwn = (isOwn: boolean) => {
    if (!isOwn) throw new Refusal('UPSTREAM_BUSY');
  };
  return {
    async settlement(place) {
      const found = (await query(about('5203', place), Settled))?.output.setlinfo;
      if (!found) return undefined;
      requireOwn(found.setl_id === place.settlementId && found.psn_no === place.personNo);
      const { fund_pay_sumamt: fund, medfee_sumamt: total } = found;
      return { at: found.setl_time, orgId: found.fixmedins_code, institution: found.fixmedins_name, medType: found.med_type, total, fund, account: found.acct_pay ?? 0, shared: found.acct_mulaid_pay ?? 0, cash: found.psn_cash_pay ?? 0 };
    },
    async items(place) {
      const rows = (await query(about('5204', place), Detailed))?.output ?? [];
      requireOwn(rows.every(({ setl_id }) => setl_id === place.settlementId));
      return rows.map((row) => ({ no: row.feedetl_sn, code: row.med_list_codg, name: row.medins_list_name, count: String(row.cnt), price: row.pric, total: row.det_item_fee_sumamt, own: row.fulamt_ownpay_amt ?? 0 }));
    },
  };
}
