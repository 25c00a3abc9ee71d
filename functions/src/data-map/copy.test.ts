import type { Row } from '../aws/table';
import { sealerWith } from '../crypto/sealer';
import type { Desk } from '../testing/desk';
import { fullLife, LIFE_KEYS } from '../testing/full-life';
import { PIN } from '../testing/story';
import { rowsOf } from '../testing/trail-flaws';
import { DATA_MAP, kindOf } from './data-map';
import { pathsIn } from './paths';
import { attributeAt, type Holder } from './row-kind';

const sealer = sealerWith(LIFE_KEYS);

type Told = Readonly<Record<string, unknown>>;

async function copyOf(desk: Desk, token: string): Promise<Told> {
  await desk.post('/session/step-up', { action: 'export-data', pin: PIN }, { token });
  const { status, body } = await desk.get('/account/data', { token });
  expect(status).toBe(200);
  return body;
}

/** What is stored at a path of a row, opened; several where the path goes through a list. */
function valuesAt(row: Row, path: string): readonly unknown[] {
  const found = path.split('.').reduce<readonly unknown[]>(
    (values, name) => values.flatMap((value) => [(value as Record<string, unknown> | undefined)?.[name.replace('[]', '')]].flat().filter((one) => one !== undefined)),
    [row],
  );
  return attributeAt(kindOf(row)!, path)?.sealed ? found.map((value) => sealer.open(String(value), { pk: row.pk, sk: row.sk, attribute: path })) : found;
}

/** Names that the service itself made, and of which the person has another. */
const isOwnName = (path: string) => /(^|\.)(account|voucherId)$/.test(path);
const isTold = (copy: string, value: unknown) => [JSON.stringify(value), `"····${String(value).slice(-4)}"`, String(value)].some((form) => copy.includes(form));
const withheldIn = ({ copy }: Holder, path: string) => 'in' in copy && [path, path.replace(/\.[^.]+$/, '.*')].some((name) => copy.but?.[name] !== undefined);

/** What the map says that the copy has, and the copy has not. */
function untoldOf(rows: readonly Row[], copy: Told): readonly string[] {
  return rows.flatMap((row) => {
    const kind = kindOf(row);
    const { holder } = kind ?? {};
    if (!kind || !holder || !('in' in holder.copy) || row['endedAt'] !== undefined) return [];
    const section = JSON.stringify(copy[holder.copy.in] ?? '');
    const { pk: _pk, sk: _sk, ...attributes } = row;
    const paths = [...new Set(pathsIn(attributes))].filter((path) => attributeAt(kind, path)?.class === 'sensitive' && !isOwnName(path) && !withheldIn(holder, path));
    return paths.flatMap((path) => valuesAt(row, path).filter((value) => !isTold(section, value)).map(() => `${kind.kind}: ${path} is not in ${String('in' in holder.copy && holder.copy.in)}`));
  });
}

test('the copy has every attribute of every row that the map says it has (个人信息保护法 第四十五条)', async () => {
  const { desk, weapp } = await fullLife();
  const copy = await copyOf(desk, weapp);
  expect(untoldOf(boundRowsOf(desk), copy)).toEqual([]);
  for (const section of Object.keys(copy)) expect([section, JSON.stringify(copy[section])]).not.toEqual([section, '[]']);
});

/** Of an account that is bound no more the copy has nothing: it may have one of its own. */
function boundRowsOf(desk: Desk): readonly Row[] {
  const rows = rowsOf(desk);
  const unbound = rows.filter(({ sk, endedAt }) => sk === 'BINDING' && endedAt !== undefined).map(({ pk }) => pk.slice(2));
  return rows.filter(({ pk, account }) => !unbound.includes(pk.slice(2)) && !unbound.includes(String(account)));
}

test('a part that is left out of the copy is found', async () => {
  const { desk, weapp } = await fullLife();
  const copy = await copyOf(desk, weapp);
  const rows = boundRowsOf(desk);
  for (const section of ['phones', 'settlements', 'notices', 'openings', 'tickets', 'uses', 'voucher']) expect([section, untoldOf(rows, { ...copy, [section]: undefined }).length > 0]).toEqual([section, true]);
});

test('every part of the copy is some kind’s, and every kind’s part is one of the copy', async () => {
  const { desk, weapp } = await fullLife();
  const parts = DATA_MAP.flatMap(({ holder }) => (holder && 'in' in holder.copy ? [holder.copy.in as string] : []));
  expect([...new Set(parts)].sort()).toEqual(Object.keys(await copyOf(desk, weapp)).filter((name) => name !== 'exportedAt').sort());
});

