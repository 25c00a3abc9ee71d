import {
  birthDateOf, CHANNEL_IDS, type CodeParts, type DecodeBody, type ecQuery, type ecQuery1162, genderOf, type Output, partsOf, Refusal,
} from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call, Institution } from '../http/call';
import { NotRecognised } from '../token-fault';
import { type CodeRow, redeemed, type Scan } from './code-row';
import type { Codes } from './code-store';
import type { Grant } from './ec-token';
import { guarded, type GuessNeeds } from './guess-limit';
import { warning } from './warning';

export interface Needs extends GuessNeeds {
  readonly codes: Pick<Codes, 'find' | 'keep'>;
  readonly ecToken: (grant: Grant) => string;
}

interface Reading {
  readonly caller: Institution;
  readonly body: DecodeBody;
  readonly requestId: string;
}

type Answer = Output<typeof ecQuery>;

/** What the counter may know of the holder, in the national field names (CODE-7). */
function identity(row: CodeRow, ecToken: string, ecQrCode: string): Answer['data'] {
  return {
    idNo: row.idNumber,
    idType: '01',
    userName: row.name,
    ecToken,
    insuOrg: row.region,
    ecIndexNo: row.voucherId.toUpperCase(),
    gender: genderOf(row.idNumber),
    birthday: birthDateOf(row.idNumber).replace(/-/g, '.'),
    nationality: '中国',
    email: '',
    chnlId: CHANNEL_IDS[row.channel],
    ecQrCode,
    authNo: '',
  };
}

/** One strongly consistent read, one conditional write; in a race the loser decides again on what the winner wrote. */
const redeem = (parts: CodeParts, scan: Scan, { codes, now }: Needs) =>
  untilUndisturbed(async () => {
    const found = await codes.find(parts);
    const redemption = await warning({ row: found, scan, now: now() }, { codes }, () => redeemed(found, parts, { scan, now: now() }));
    if (redemption.kind === 'accepted') await codes.keep(redemption.row, found!.version);
    return { row: found!, counter: redemption.counter };
  });

async function decoded({ caller, body, requestId }: Reading, needs: Needs): Promise<Answer> {
  if (body.orgId !== caller.orgId) throw new NotRecognised('INSTITUTION_UNKNOWN', 'other name');
  const parts = partsOf(body.ecQrCode);
  if (!parts) throw new Refusal('CODE_FOREIGN');
  const { orgId, name: institution } = caller;
  const { businessType, operatorId } = body;
  const scan = { requestId: body.outBizNo ?? requestId, orgId, institution, businessType };
  const { row, counter } = await guarded({ orgId, operatorId }, () => redeem(parts, scan, needs), needs);
  const ecToken = needs.ecToken({ region: row.region, handle: row.handle, counter, orgId, businessType });
  return { code: 0, message: '成功', data: identity(row, ecToken, body.ecQrCode), orgId, extra: null };
}

/** `ec.query`: envelope and data must name the same institution, which must be the caller. */
export async function decode({ caller, input, requestId }: Call<typeof ecQuery>, needs: Needs): Promise<Answer> {
  if (input.orgId !== caller.orgId) throw new NotRecognised('INSTITUTION_UNKNOWN', 'other name');
  const answer = await decoded({ caller, body: input.data, requestId }, needs);
  return { ...answer, extra: input.extra ?? null };
}

/** Transaction 1162. */
export const decode1162 = ({ caller, input, requestId }: Call<typeof ecQuery1162>, needs: Needs) => decoded({ caller, body: input, requestId }, needs);
