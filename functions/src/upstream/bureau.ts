import { Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import { ask, parsed, type Reading } from './ask';
import { Head, INFNO, Output, isDuplicate, messageFor, recordsIn } from './bureau-1101';
import type { BureauPlatform, RealPerson } from './ports';
import { signedHeaders, type SigningNeeds } from './signed';

/** The bureau's information platform: transactions are posted to `url`/`infno`. `appId` is our 12-character organisation code (letter, region, serial). */
export const BureauConfig = z.strictObject({
  url: z.url(),
  appId: z.string().check(z.regex(/^[A-Z]\d{11}$/)),
  secret: z.string().check(z.minLength(16)),
});
export type BureauConfig = z.infer<typeof BureauConfig>;

/** The platform has no codes for "nobody has this number" and "somebody of another name has it", only sentences. */
const NOBODY = /未查询到|未查到|查无此人|不存在/;
const OTHER_NAME = /姓名.*不(符|一致|匹配)/;

const Answered = z.object({ output: Output });

type Finding = Output | 'nobody' | 'other name';

function declined(sentence: string): Finding {
  if (OTHER_NAME.test(sentence)) return 'other name';
  if (NOBODY.test(sentence)) return 'nobody';
  throw new Error('infcode -1');
}

function readAnswer(msgid: string, text: string): Reading<Finding> {
  const { infcode, inf_refmsgid, err_msg } = parsed(Head, text);
  if (inf_refmsgid !== msgid) throw new Error('answer to another message');
  return { value: infcode === 0 ? parsed(Answered, text).output : declined(err_msg ?? ''), code: `infcode ${infcode}`, declined: infcode !== 0 };
}

/** An answer about another number is never used, whoever is at fault. */
function checkIsAbout(person: RealPerson, { baseinfo }: Output): void {
  if (baseinfo.certno.toUpperCase() !== person.idNumber) throw new Refusal('UPSTREAM_BUSY');
  if (baseinfo.psn_name !== person.name) throw otherName();
}

const otherName = () => new Refusal('ID_MISMATCH', { platform: '参保地' });

/** Transaction 1101 as JSON, authenticated by an HMAC header (signed.ts). */
export const bureauAt = (config: BureauConfig, needs: SigningNeeds): BureauPlatform => ({
  async insuredRecords(person) {
    const message = messageFor(person, config.appId, needs);
    const url = `${config.url}/${INFNO}`;
    const body = JSON.stringify(message);
    const headers = signedHeaders({ id: config.appId, secret: config.secret }, { url, body }, needs);
    const question = { upstream: 'bureau', call: INFNO, url, method: 'POST', headers, body } as const;
    const found = await ask(needs, question, (text) => readAnswer(message.msgid, text));
    if (found === 'nobody') return [];
    if (found === 'other name') throw otherName();
    checkIsAbout(person, found);
    if (isDuplicate(found)) throw new Refusal('RECORD_DUPLICATE');
    return recordsIn(found);
  },
});
