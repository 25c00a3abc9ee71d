import { memoryScan } from '../testing/memory-scan';
import { memoryTable } from '../testing/memory-table';
import { newSigningKey } from '../testing/hospital';
import { refusedIn } from '../assertion/refused-store';
import { institutionsCommand } from './command';
import { institutionImportsIn } from './imports';
import { institutionsIn } from './store';

const [ONE, TWO] = [newSigningKey('2026-11'), newSigningKey('2027-05')];
const CODE = 'H37010000009';

const csvOf = (kept: Readonly<Record<string, unknown>>, faults: string[]) => async (path: string) => {
  const text = Buffer.from(kept[path] as string);
  return {
    file: {
      size: text.length,
      async *bytes() {
        yield text;
      },
      newDigest: () => ({ take: () => {}, end: () => '' }),
    },
    faults: { name: 'file.errors.csv', write: async (line: string) => void faults.push(line), close: async () => {} },
    read: (key: string) => (kept[key] === undefined ? Promise.reject(new Error('no file')) : Promise.resolve(JSON.stringify(kept[key]))),
  };
};

function terminal(files: Readonly<Record<string, unknown>> = {}) {
  const table = memoryTable();
  const institutions = institutionsIn(table, () => new Date('2026-11-22T02:00:00.000Z'));
  const kept: Readonly<Record<string, unknown>> = { 'one.jwk': ONE.registered, 'two.jwk': TWO.registered, ...files };
  const faults: string[] = [];
  const clock = { at: new Date('2026-11-22T02:00:00.000Z') };
  const refused = refusedIn(table, 'institution', () => clock.at);
  return {
    refused,
    find: () => institutions.find(CODE),
    type: async (...words: string[]) => {
      const lines: string[] = [];
      faults.length = 0;
      const code = await institutionsCommand(words, { institutions, refused, imports: institutionImportsIn(table), now: () => (clock.at = new Date(clock.at.getTime() + 1000)), scan: memoryScan(table), read: async (path) => JSON.stringify(kept[path] ?? 0), open: csvOf(kept, faults), print: (line) => void lines.push(line) });
      return { code, text: lines.join('\n'), faults: faults.join('') };
    },
  };
}

const add = ['add', CODE, '--name', '第九医院', '--key'];

test('an institution is registered, listed, gets a second key, loses the first, and is closed', async () => {
  const { type, find } = terminal();
  expect(await type(...add, 'one.jwk')).toMatchObject({ code: 0, text: expect.stringContaining('在用 active') });
  expect((await type(...add, 'two.jwk')).text).toContain('2026-11, 2027-05');
  expect(await type('end', CODE, '--key', '2026-11')).toMatchObject({ code: 0 });
  expect((await find())?.keys).toEqual([TWO.registered]);
  expect(await type('end', CODE)).toMatchObject({ code: 0 });
  expect(await type('list')).toMatchObject({ code: 0, text: `${CODE}   institution 停用 closed  2027-05  第九医院` });
});

test('the same key twice is one key; who was closed begins anew with the new key alone', async () => {
  const { type, find } = terminal();
  await type(...add, 'one.jwk');
  await type(...add, 'one.jwk');
  expect((await find())?.keys).toEqual([ONE.registered]);
  await type('end', CODE);
  await type(...add, 'two.jwk');
  expect(await find()).toMatchObject({ keys: [TWO.registered], active: true });
});

test('a key without a name is named by its thumbprint', async () => {
  const { kid, ...nameless } = ONE.registered;
  const { type, find } = terminal({ 'nameless.jwk': nameless });
  expect((await type(...add, 'nameless.jwk')).code).toBe(0);
  expect((await find())?.keys[0]?.kid).toMatch(/^[\w-]{43}$/);
});

test.each([
  ['a private key', { ...ONE.registered, d: 'x'.repeat(43) }, '私钥'],
  ['an RSA key', { kty: 'RSA', n: 'x', e: 'AQAB' }, 'P-256'],
  ['a point that is not on the curve', { ...ONE.registered, y: ONE.registered.x }, 'P-256'],
  ['no JWK', 'ssh-rsa AAAA', 'P-256'],
  ['another key of a name that is taken', { ...TWO.registered, kid: '2026-11' }, '换个名字'],
])('%s is not registered', async (_what, given, words) => {
  const { type, find } = terminal({ 'given.jwk': given });
  await type(...add, 'one.jwk');
  expect(await type(...add, 'given.jwk')).toMatchObject({ code: 1, text: expect.stringContaining(words) });
  expect((await find())?.keys).toEqual([ONE.registered]);
});

test.each([
  ['the last key', ['end', CODE, '--key', '2026-11'], '最后一把'],
  ['an unknown key', ['end', CODE, '--key', 'none'], '没有这个名字'],
  ['an unknown institution', ['end', 'H0'], '没有登记'],
  ['another kind', [...add, 'two.jwk', '--partner'], '已登记为 institution'],
  ['a wrong code', ['add', '编码', '--name', 'x', '--key', 'one.jwk'], '机构编码'],
])('%s: refused in words', async (_what, words, said) => {
  const { type } = terminal();
  await type(...add, 'one.jwk');
  expect(await type(...words)).toMatchObject({ code: 1, text: expect.stringContaining(said) });
});

test.each([
  [[], 0],
  [['help'], 0],
  [['list', 'all'], 2],
  [['add', CODE], 2],
  [['add', CODE, '--name', 'x'], 2],
  [['end'], 2],
  [['end', CODE, '--name', 'x'], 2],
  [['import'], 2],
  [['import', 'a.csv', '--now'], 2],
  [['import', 'a.csv', '--write'], 2],
  [['history', 'all'], 2],
])('%j shows what can be typed', async (words, code) => {
  expect(await terminal().type(...words)).toMatchObject({ code, text: expect.stringContaining('npm run institutions -- list') });
});

const HEAD = 'kind,key,fixmedins_name,fixmedins_code';
const inline = JSON.stringify(TWO.registered).replaceAll('"', '""');

test('a file of institutions is checked first, then registered, and the same file again changes nothing (ADM-3)', async () => {
  const { type, find } = terminal({ 'all.csv': `${HEAD}\r\n定点机构,one.jwk,第九医院,${CODE}\r\npartner,"${inline}","小程序,甲",P001\r\n` });
  expect(await type('import', 'all.csv')).toMatchObject({ code: 0, text: expect.stringContaining('试导，什么也没有写') });
  expect(await find()).toBeUndefined();
  expect((await type('import', 'all.csv', '--write', '--by', '王科长')).text).toContain('新增 added 2，更新 changed 0，没有变化 same 0，有错 bad 0');
  expect(await find()).toMatchObject({ name: '第九医院', kind: 'institution', keys: [ONE.registered] });
  expect((await type('list')).text).toContain('partner');
  expect((await type('import', 'all.csv', '--write', '--by', '王科长')).text).toContain('没有变化 same 2');
  expect((await type('history')).text.split('\n')).toEqual([expect.stringMatching(/^2026-11-22 10:00 {2}王科长 .*新增 added 2/), expect.stringMatching(/没有变化 same 2/)]);
});

test.each([
  ['an unknown kind', '诊所,one.jwk,第九医院', 'kind'],
  ['no name', '定点机构,one.jwk,', 'fixmedins_name'],
  ['no key', '定点机构,,第九医院', 'key'],
  ['a missing key file', '定点机构,none.jwk,第九医院', '找不到'],
  ['a private key', '定点机构,private.jwk,第九医院', '私钥'],
  ['another kind than before', 'partner,one.jwk,第九医院', '已登记为'],
])('a line with %s goes to the file of faults, and the others are registered', async (_, line, said) => {
  const { type, find } = terminal({ 'private.jwk': { ...ONE.registered, d: 'x' }, 'all.csv': `${HEAD}\n定点机构,two.jwk,第九医院,${CODE}\n${line},${said === '已登记为' ? CODE : 'H2'}\n` });
  const { code, faults } = await type('import', 'all.csv', '--write', '--by', '王科长');
  expect([code, faults.split('\r\n')[1]]).toEqual([1, expect.stringContaining(said)]);
  expect(faults).toContain('\r\n3,');
  expect(await find()).toMatchObject({ keys: [TWO.registered] });
});

test('a file without the columns is refused in words', async () => {
  expect(await terminal({ 'all.csv': 'code,name\n' }).type('import', 'all.csv')).toMatchObject({ code: 1, text: expect.stringContaining('fixmedins_code') });
});

test('the bureau sees what was refused in the name of an institution, by day and reason, and of whom nobody knows', async () => {
  const { type, refused } = terminal();
  for (const reason of ['expired', 'expired', 'replayed']) await refused.note(reason, CODE);
  await refused.note('malformed', undefined);
  expect(await type('refused', CODE)).toMatchObject({ code: 0, text: '2026-11-22  expired       2\n2026-11-22  replayed      1' });
  expect(await type('refused')).toMatchObject({ code: 0, text: '2026-11-22  malformed     1' });
  expect(await type('refused', CODE, 'more')).toMatchObject({ code: 2 });
});
