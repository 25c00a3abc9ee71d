import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenCacheIn } from '../aws/token-cache';
import type { Row } from '../aws/table';
import { keyIdIn } from '../crypto/closed-text';
import { insuredIndexWith } from '../crypto/digest';
import { sealerWith } from '../crypto/sealer';
import { checkpointsIn } from '../insured/checkpoint';
import { clearingsIn } from '../insured/clearing';
import { insuredIn } from '../insured/store';
import { institutionImportsIn } from '../institution/imports';
import { fillBack } from '../keys/backfill';
import { fillBackIn } from '../keys/fill-back-table';
import { keyRowsIn } from '../keys/key-rows';
import { pushedIn } from '../pushed/once';
import { unbound } from '../testing/bindings';
import { deskStory } from '../testing/bureau-desk';
import { fromBureau } from '../testing/bureau-side';
import { askToken, HOSPITAL } from '../testing/hospital';
import { ADA } from '../testing/outside-world';
import { memoryScan } from '../testing/memory-scan';
import { recordingTable } from '../testing/recording-table';
import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';
import { endsAsSaid, RETENTIONS } from '../testing/retentions';
import { turningKeys } from '../testing/turning-keys';
import { DATA_MAP, kindOf, sealedOf } from './data-map';
import { mapPage } from './map-page';
import { pathsIn } from './paths';
import { attributeAt, isOfKind, type RowKind } from './row-kind';

/** What the bureau's platform tells of a settlement that this person paid. */
const SETTLED = {
  transType: 'cn.nhsa.settle.notify',
  orgId: HOSPITAL.orgId,
  data: { outBizNo: 'VISIT1', medicalSettleState: 'SUCCESS', idNo: ADA.idNumber, setlTime: '2026-11-22 10:05:00', hospitalName: '济南市第一人民医院', totalFee: '20', ownAmt: '20' },
};

/** Everything that is ever written while people live with their vouchers. */
async function everythingWritten(): Promise<readonly Row[]> {
  const table = recordingTable();
  const { keys, turn } = turningKeys();
  const desk = await openCity({ table, keys });
  const at = desk.clock.at.toISOString();
  await keyRowsIn(table).add({ id: 'k1', table: 'yibao', wrapped: 'w', provider: 'file', madeAt: at, activeFrom: at, nextKey: 'arn', nextWrapped: 'w', movedAt: at });
  await tokenCacheIn(table, sealerWith(keys)).write({ token: 'platform-token', expiresAt: at });
  await pushedIn(table, () => desk.clock.at).once({ type: 'pin.changed', voucherId: 'v', at, channel: 'weapp' }, { kind: 'notice', of: 'a' }, async () => 'weapp');
  const insurance = { psnNo: '3701000001', region: '370100', insutype: '310', status: '1', since: '2018-05-01', retired: false };
  await insuredIn(table, sealerWith(keys), insuredIndexWith(keys)).add([{ idNumber: ADA.idNumber, lines: [{ idNumber: ADA.idNumber, name: ADA.name, insurance }] }]);
  await checkpointsIn(table).keep('0'.repeat(64), { state: { line: 2, added: 1, changed: 0, same: 0, by: '王科长', startedAt: at, finishedAt: at }, was: 'absent' });
  await clearingsIn(table).keep({ by: '王科长', reason: '平台已接通', persons: 1, at, finishedAt: at }, 'absent');
  await institutionImportsIn(table).note({ by: '王科长', at, digest: '0'.repeat(64), added: 1, changed: 0, same: 0, bad: 0 });
  await desk.regions.change('371700', { hotline: '0530-12393' }, { by: '王科长', reason: '换号码', at: desk.clock.at });
  const weapp = await signedIn(desk);
  await activated(desk, weapp);
  await desk.post('/region/opening', { region: '371700' }, { token: weapp });
  await desk.regions.change('371700', { open: true }, { by: '王科长', reason: '开通', at: desk.clock.at });
  const alipay = await signedIn(desk, { channel: 'alipay' });
  await activated(desk, alipay, { steps: ALIPAY_STEPS });
  await deskStory(desk, weapp);
  await askToken(desk, 'nonsense');
  for (const token of [weapp, alipay]) await desk.post('/wallet/card', {}, { token });
  await desk.post('/notice/settlement', fromBureau(SETTLED, desk.clock.at));
  await desk.post('/phone/account', { packet: '{"response":"x"}' }, { token: alipay });
  await desk.post('/phone/new', { phone: '13900008888' }, { token: weapp });
  await desk.post('/phone/new/code', { code: '246810' }, { token: weapp });
  await desk.post('/session/step-up', { action: 'change-phone', pin: PIN }, { token: weapp });
  await desk.post('/phone', {}, { token: weapp });
  const seed = await seedOf(desk, weapp);
  await desk.post('/voucher/unlock', { pin: '746281' }, { token: alipay });
  await scan(desk, shownBy(seed, desk.clock.at));
  await scan(desk, shownBy({ ...seed, seed: '0'.repeat(64) }, desk.clock.at));
  await desk.follow();
  await desk.push();
  const other = await signedIn(desk, { device: 'e'.repeat(32) });
  await desk.post('/voucher/unlock', { pin: PIN }, { token: other });
  await seedOf(desk, other);
  await scan(desk, shownBy(seed, desk.clock.at, 1));
  await desk.post('/session/step-up', { action: 'end-sessions', pin: PIN }, { token: other });
  await desk.post('/session/end', {}, { token: other });
  await unbound(desk, await signedIn(desk, { channel: 'alipay' }));
  await desk.post('/session/step-up', { action: 'close-account', pin: PIN }, { token: other });
  for (let i = 0; i < 5; i += 1) await desk.post('/voucher/unlock', { pin: '746281' }, { token: other });
  await desk.post('/session/step-up/face', { action: 'reset-pin' }, { token: other });
  await desk.post('/consent/withdraw', { purpose: 'face' }, { token: other });
  await desk.post('/account/close', {}, { token: other });
  turn();
  await fillBack(fillBackIn({ table, scan: memoryScan(table), keys, now: () => desk.clock.at }), { batch: 5 });
  return table.written;
}

let written: readonly Row[];

beforeAll(async () => {
  written = await everythingWritten();
});

const nameOf = ({ pk, sk }: Row) => `${pk.replace(/#.*/, '#…')} ${sk.replace(/#.*/, '#…')}`;
const ofRow = (row: Row): RowKind => kindOf(row)!;
const inRow = ({ pk: _pk, sk: _sk, ...attributes }: Row) => pathsIn(attributes);

test('every row that is written is of exactly one kind of the data map', () => {
  const kinds = written.map((row) => [nameOf(row), DATA_MAP.filter((kind) => isOfKind(row, kind)).length] as const);
  expect([...new Set(kinds.filter(([, count]) => count !== 1).map(([name]) => name))]).toEqual([]);
});

test('every attribute that is written has class and purpose in the data map', () => {
  const without = written.filter(kindOf).flatMap((row) => inRow(row).filter((path) => !attributeAt(ofRow(row), path)).map((path) => `${ofRow(row).kind}: ${path}`));
  expect([...new Set(without)]).toEqual([]);
});

test('the story writes every kind, so that no entry is left of what is gone', () => {
  const seen = new Set(written.map((row) => kindOf(row)?.kind));
  expect(DATA_MAP.map(({ kind }) => kind).filter((kind) => !seen.has(kind))).toEqual([]);
});

test('the story writes every attribute of the map, so that none is left of what is gone', () => {
  const seen = new Set(written.filter(kindOf).flatMap((row) => inRow(row).map((path) => `${ofRow(row).kind}: ${path}`)));
  const wild = [...seen].map((name) => name.replace(/\.[^.]+$/, '.*'));
  const told = DATA_MAP.flatMap(({ kind, attributes }) => Object.keys(attributes).filter((name) => name !== 'ttl').map((name) => `${kind}: ${name}`));
  expect(told.filter((name) => !seen.has(name) && !wild.includes(name))).toEqual([]);
});

test('what the map calls sealed is stored closed, and nothing else is', () => {
  for (const row of written) {
    const closed = inRow(row).filter((path) => typeof row[path] === 'string' && keyIdIn(row[path]) !== undefined);
    expect(closed.filter((path) => !sealedOf(ofRow(row)).includes(path))).toEqual([]);
    const open = sealedOf(ofRow(row)).filter((path) => row[path] !== undefined && !closed.includes(path));
    expect(open).toEqual([]);
  }
});

test('what is sealed stands at the top of its row, where a back-fill finds it', () => {
  expect(DATA_MAP.flatMap(sealedOf).filter((path) => !/^\w+$/.test(path))).toEqual([]);
});

test('name, ID number, phone, platform ids, seeds and tokens are sealed wherever they are stored', () => {
  const clear = JSON.stringify(written);
  expect(clear.length).toBeGreaterThan(10_000);
  for (const value of [ADA.name, ADA.idNumber, ADA.phone, 'wx-ada', 'ali-ada', 'platform-token', `"${PIN}"`]) expect([value, clear.includes(value)]).toEqual([value, false]);
});

test('every entry has a purpose and every kind a retention', () => {
  for (const { kind, retention, attributes } of DATA_MAP) {
    expect([kind, retention.length > 5]).toEqual([kind, true]);
    for (const [name, { purpose }] of Object.entries(attributes)) expect([kind, name, purpose.length > 2]).toEqual([kind, name, true]);
  }
});

test('every row disappears when its kind says, or stays where that is said', () => {
  expect(Object.keys(RETENTIONS).sort()).toEqual(DATA_MAP.map(({ kind }) => kind).sort());
  const start = new Date('2026-11-22T02:00:00.000Z');
  expect(written.filter((row) => !endsAsSaid(ofRow(row).kind, row['ttl'], start)).map((row) => [ofRow(row).kind, row['ttl']])).toEqual([]);
});

test('an attribute that is forgotten in the map is found', () => {
  const row = { ...written.find(({ sk }) => sk === 'VOUCHER')!, nickname: 'x', address: { street: 'y' } } as Row;
  expect(inRow(row).filter((path) => !attributeAt(ofRow(row), path))).toEqual(['nickname', 'address.street']);
});

test('docs/security/data-map.md is what the map says (else run: npm run security-docs)', () => {
  expect(readFileSync(join(__dirname, '../../../docs/security/data-map.md'), 'utf8')).toBe(mapPage(DATA_MAP));
});
