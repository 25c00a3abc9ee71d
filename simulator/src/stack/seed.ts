import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoTable } from '@yibao/functions/src/aws/dynamo-table';
import type { OperatorRole } from '@yibao/shared';
import { institutionsIn } from '@yibao/functions/src/institution/store';
import { operatorsIn } from '@yibao/functions/src/operator/store';
import type { RegionRules } from '@yibao/functions/src/region/region';
import { regionsIn } from '@yibao/functions/src/region/store';
import { LOCAL_AWS } from '../database/dynamodb';
import { type KeyFile, publicHalf } from '../hotline/key-file';
import type { SigningKey } from '../wire/client-assertion';

/** An institution and the key by which it signs in; the service learns only the public half. */
export interface InstitutionKey {
  readonly orgId: string;
  readonly name: string;
  readonly key: SigningKey;
}

export interface Place {
  readonly endpoint: string;
  readonly table: string;
}

interface Opening {
  readonly open?: boolean;
  readonly minInsuredMonths?: number;
}

/** 12393 is the medical insurance hotline in all of China; callers from elsewhere dial the area code first. */
const region = (code: string, [province, city, areaCode]: readonly [string, string, string], { open = true, minInsuredMonths = 0 }: Opening = {}): RegionRules => ({
  code,
  name: city,
  province,
  bureau: `${city}医疗保障局`,
  hotline: `${areaCode}-12393`,
  open,
  minInsuredMonths,
});

export const REGIONS: readonly RegionRules[] = [
  region('370100', ['山东省', '济南市', '0531']),
  region('370200', ['山东省', '青岛市', '0532']),
  region('371700', ['山东省', '菏泽市', '0530'], { open: false }),
  region('350300', ['福建省', '莆田市', '0594'], { minInsuredMonths: 6 }),
  region('500100', ['重庆市', '重庆市', '023']),
];

function tableAt({ endpoint, table }: Place) {
  const credentials = { accessKeyId: LOCAL_AWS.AWS_ACCESS_KEY_ID, secretAccessKey: LOCAL_AWS.AWS_SECRET_ACCESS_KEY };
  const client = new DynamoDBClient({ endpoint, region: LOCAL_AWS.AWS_REGION, credentials });
  const patience = { random: () => 0.5, sleep: (ms: number) => sleep(ms) };
  return { rows: dynamoTable(client, table, patience), close: () => client.destroy() };
}

/** Writes the regions that the table does not know yet, and the institution with its public key, through the service's own stores. */
export async function seed(place: Place, { orgId, name, key }: InstitutionKey): Promise<void> {
  const { rows, close } = tableAt(place);
  try {
    const regions = regionsIn(rows);
    const known = new Set((await regions.all()).map(({ code }) => code));
    for (const rules of REGIONS) if (!known.has(rules.code)) await regions.change(rules.code, rules, { by: '样本', reason: '首次登记', at: new Date() });
    const { d, ...registered } = key;
    await institutionsIn(rows, () => new Date()).register({ orgId, name, kind: 'institution', keys: [registered] });
  } finally {
    close();
  }
}

/** Who works at the local desk: one asks, the other approves, so that every case takes both. */
export const OPERATORS: Readonly<Record<string, { readonly label: string; readonly roles: readonly OperatorRole[] }>> = {
  op1001: { label: '热线坐席', roles: ['lookup', 'request', 'complete-activation', 'answer-tickets'] },
  op1002: { label: '热线班长', roles: ['lookup', 'approve'] },
};

/** Registers the local operators with their public keys. */
export async function seedOperators(place: Place, keys: readonly KeyFile[]): Promise<void> {
  const { rows, close } = tableAt(place);
  try {
    const operators = operatorsIn(rows, () => new Date());
    for (const key of keys) await operators.register({ id: key.operator, ...desk(key.operator), keys: [publicHalf(key)] });
  } finally {
    close();
  }
}

const desk = (operator: string) => ({ label: OPERATORS[operator]!.label, roles: [...OPERATORS[operator]!.roles] });
