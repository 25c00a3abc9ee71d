import { memoryTable } from '../testing/memory-table';
import { newSigningKey } from '../testing/hospital';
import { refusedIn } from '../assertion/refused-store';
import { operatorsCommand } from './command';
import { operatorsIn } from './store';

const [ANNA, BEN] = [newSigningKey('1'), newSigningKey('1')];

function terminal() {
  const [table, now] = [memoryTable(), () => new Date('2026-11-22T02:00:00.000Z')];
  const operators = operatorsIn(table, now);
  const refused = refusedIn(table, 'operator', now);
  const lines: string[] = [];
  const files: Readonly<Record<string, string>> = {
    'anna.json': JSON.stringify(ANNA.registered),
    'ben.json': JSON.stringify(BEN.registered),
    'private.json': JSON.stringify(ANNA.privateKey.export({ format: 'jwk' })),
    'broken.json': '{',
  };
  const needs = { operators, refused, read: async (path: string) => files[path] ?? '', print: (line: string) => void lines.push(line) };
  const type = async (words: string) => {
    lines.length = 0;
    return { code: await operatorsCommand(words.split(' ').filter(Boolean), needs), text: lines.join('\n') };
  };
  return Object.assign(type, { refused });
}

test('an operator from registration to the end (ADM-5)', async () => {
  const type = terminal();
  expect(await type('add op1001 --key anna.json --roles lookup,request --label 热线一组')).toEqual({ code: 0, text: '已登记 registered: op1001  lookup, request' });
  expect(await type('add op1001 --key anna.json --roles approve')).toMatchObject({ code: 0 });
  expect((await type('list')).text).toMatch(/^op1001 +在岗 active {2}热线 {2}approve$/);
  expect(await type('end op1001')).toMatchObject({ code: 0 });
  expect((await type('list')).text).toContain('停用');
});

test.each([
  ['', 0, 'npm run operators -- add'],
  ['destroy', 2, 'npm run operators -- add'],
  ['add Op! --key anna.json --roles lookup', 2, '工号'],
  ['add op1001 --roles lookup', 2, '--key'],
  ['add op1001 --key private.json --roles lookup', 2, '私钥'],
  ['add op1001 --key broken.json --roles lookup', 2, 'JWK'],
  ['add op1001 --key anna.json', 2, '权限'],
  ['add op1001 --key anna.json --roles king', 2, 'complete-activation'],
  ['end op1001', 1, '没有这个操作员'],
])('“%s” ends with %i and says “%s”', async (words, code, text) => {
  expect(await terminal()(words)).toMatchObject({ code, text: expect.stringContaining(text) });
});

test('one key for two numbers is refused', async () => {
  const type = terminal();
  await type('add op1001 --key anna.json --roles request');
  expect(await type('add op1002 --key anna.json --roles approve')).toMatchObject({ code: 1, text: expect.stringContaining('op1001') });
  expect(await type('add op1002 --key ben.json --roles approve')).toMatchObject({ code: 0 });
});

test('what was refused in the name of an operator is told by day and reason', async () => {
  const type = terminal();
  await type.refused.note('signature', 'op1001');
  expect(await type('refused op1001')).toEqual({ code: 0, text: '2026-11-22  signature     1' });
  expect(await type('refused')).toEqual({ code: 0, text: '半年内没有 / none in half a year' });
});
