import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Row } from '@yibao/functions/src/aws/table';
import { rowTraces, type Trace } from '@yibao/functions/src/testing/recording';
import { LOCAL_AWS } from '@yibao/simulator/src/database/dynamodb';

type Image = Parameters<typeof unmarshall>[0];

const rowOf = (image: unknown) => unmarshall(image as Image) as Row;

interface Record {
  readonly dynamodb?: { readonly Keys?: unknown; readonly NewImage?: unknown; readonly OldImage?: unknown };
  readonly body?: string;
}

function tracesOfRecord(to: string, { dynamodb, body }: Record): readonly Trace[] {
  if (body !== undefined) return [{ outlet: 'queue', where: to, content: body }];
  return rowTraces([dynamodb?.NewImage, dynamodb?.OldImage].filter((image) => image !== undefined).map(rowOf));
}

/** What a function was handed: states of rows by the stream, messages by a queue. */
export const handedTraces = (to: string, records: readonly unknown[]): readonly Trace[] => records.flatMap((record) => tracesOfRecord(to, record as Record));

/** Lines of the logs of functions and API that were not read before. */
export function logReader(folder: string): () => readonly Trace[] {
  const read = new Map<string, number>();
  return () =>
    readdirSync(folder).flatMap((name): Trace[] => {
      const lines = readFileSync(join(folder, name), 'utf8').split('\n');
      const fresh = lines.slice(read.get(name) ?? 0, -1);
      read.set(name, lines.length - 1);
      return fresh.map((line) => ({ outlet: 'log', where: name, content: line }));
    });
}

/** Every row that a table holds. */
export async function tableTraces(endpoint: string, table: string): Promise<readonly Trace[]> {
  const credentials = { accessKeyId: LOCAL_AWS.AWS_ACCESS_KEY_ID, secretAccessKey: LOCAL_AWS.AWS_SECRET_ACCESS_KEY };
  const client = new DynamoDBClient({ endpoint, region: LOCAL_AWS.AWS_REGION, credentials });
  const rows: Row[] = [];
  try {
    for await (const page of paginateScan({ client }, { TableName: table })) rows.push(...(page.Items ?? []).map(rowOf));
  } finally {
    client.destroy();
  }
  return rowTraces(rows);
}
