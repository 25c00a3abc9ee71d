import * as z from 'zod/mini';
import { askAgain } from './ask-again';
import { ask, type Reading, type SigningNeeds } from './ask';
import { INFNO, messageFor, Output } from './bureau-1101';
import { Head } from './bureau-head';
import { contentOf, messageOf, type BureauConfig } from './bureau-message';
import type { Fields } from './envelope';
import { otherName, recordsAbout } from './insured-answer';
import type { BureauPlatform, RealPerson } from './ports';

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

function read<S extends z.ZodMiniType>(schema: S, content: Fields): z.infer<S> {
  const result = schema.safeParse(content);
  if (!result.success) throw new Error('unexpected shape');
  return result.data;
}

function readAnswer(msgid: string, content: Fields): Reading<Finding> {
  const { infcode, inf_refmsgid, err_msg } = read(Head, content);
  if (inf_refmsgid !== msgid) throw new Error('answer to another message');
  const isDeclined = Number(infcode) !== 0;
  return { value: isDeclined ? declined(err_msg ?? '') : read(Answered, content).output, code: `infcode ${infcode}`, declined: isDeclined };
}

/** One message and its answer; a further try is another message, since the platform takes each number once. */
function exchange(person: RealPerson, config: BureauConfig, needs: SigningNeeds): Promise<Finding> {
  const message = messageFor(person, config.orgCode, needs);
  const question = {
    upstream: 'bureau',
    call: INFNO,
    url: `${config.url ?? ''}/${INFNO}`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: messageOf(message, config, needs.now()),
  } as const;
  return ask(needs, question, (text) => readAnswer(message.msgid, contentOf(text, config, needs.now())));
}

/** Transaction 1101 in the national envelope; only an answer that the platform has signed, and to this very message, is believed. */
export const bureauAt = (config: BureauConfig, needs: SigningNeeds): BureauPlatform => ({
  async insuredRecords(person) {
    const found = await askAgain(needs, 'bureau', () => exchange(person, config, needs));
    if (found === 'nobody') return [];
    if (found === 'other name') throw otherName();
    return recordsAbout(person, found);
  },
});
