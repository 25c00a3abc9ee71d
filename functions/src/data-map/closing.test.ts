import { KEPT_BY_LAW } from '@yibao/shared';
import type { Row } from '../aws/table';
import { sealerWith } from '../crypto/sealer';
import { answered } from '../feedback/feedback';
import { reportsIn } from '../feedback/store';
import { unbound } from '../testing/bindings';
import type { Desk } from '../testing/desk';
import { fullLife, LIFE_KEYS } from '../testing/full-life';
import { activated, openCity, PIN, signedIn } from '../testing/story';
import { holder } from '../testing/wallet-story';
import { rowsOf } from '../testing/trail-flaws';
import { DATA_MAP, kindOf } from './data-map';
import { pathsIn } from './paths';
import { attributeAt, type RowKind } from './row-kind';

/** Every row that is about this person: by an account, the voucher, or an index of number or phone. */
function aboutPerson(rows: readonly Row[]): readonly Row[] {
  const voucherId = rows.find(({ sk }) => sk === 'VOUCHER')!.pk.slice(2);
  const accounts = rows.filter(({ sk }) => sk === 'ACTIVATION').map(({ pk }) => pk.slice(2));
  return rows.filter((row) => [voucherId, ...accounts].some((name) => JSON.stringify(row).includes(name)) || /^(ID|PH)#/.test(row.pk));
}

const holderOf = (row: Row) => kindOf(row)?.holder;

test('whatever names a person’s account or voucher is of a kind whose fate the data map tells', async () => {
  const { desk } = await fullLife();
  expect([...new Set(aboutPerson(rowsOf(desk)).filter((row) => !holderOf(row)).map((row) => kindOf(row)?.kind))]).toEqual([]);
});

/** Why a row that is left should not be: it says something of the person, and is neither told as kept nor soon gone. */
function faultOf({ pk: _pk, sk: _sk, ...row }: Row, { kind, holder, ...map }: RowKind, now: number): readonly string[] {
  const { closed } = holder!;
  if ('not' in closed || 'kept' in closed) return [];
  const isGoneSoon = typeof row['ttl'] === 'number' && row['ttl'] <= now / 1000 + closed.days * 86_400;
  const said = pathsIn(row).filter((path) => attributeAt({ kind, ...map }, path)?.class !== 'general' && !path.endsWith('account'));
  return isGoneSoon ? [] : said.map((path) => `${kind}: ${path}`);
}

test('what is left of a person when the account is closed is what was told, and nothing else (第四十七条)', async () => {
  const { desk, weapp } = await fullLife();
  await desk.post('/session/step-up', { action: 'close-account', pin: PIN }, { token: weapp });
  const about = aboutPerson(rowsOf(desk)).map(({ pk, sk }) => `${pk}|${sk}`);
  const { status, body } = await desk.post('/account/close', {}, { token: weapp });
  expect([status, (body['kept'] as unknown[]).length]).toEqual([200, KEPT_BY_LAW.length]);
  await desk.follow();
  await desk.push();
  const left = rowsOf(desk).filter((row) => holderOf(row) && (about.includes(`${row.pk}|${row.sk}`) || row.sk.startsWith('TICKET')));
  expect(left.length).toBeGreaterThan(20);
  expect([...new Set(left.flatMap((row) => faultOf(row, kindOf(row)!, desk.clock.at.getTime())))]).toEqual([]);
  expect(await copyAfter(desk, weapp)).toEqual([]);
  expect(left.filter((row) => ['name', 'idNumber', 'region', 'contact', 'answer'].some((name) => kindOf(row)?.kind !== 'code' && row[name]))).toEqual([]);
});

/** The parts of a copy that still have something when all is closed, besides the sign-in, the proof of consents and the card that is being closed. */
const copyAfter = async (desk: Desk, token: string) => {
  const { body } = await desk.get('/account/data', { token });
  return Object.entries(body).filter(([name, part]) => Array.isArray(part) && part.length > 0 && !['sessions', 'consents', 'wallets'].includes(name)).map(([name]) => name);
};

test('what the map says is kept is told to the person, word for word, and what is told is kept', () => {
  const kept = DATA_MAP.flatMap(({ holder }) => (holder && 'kept' in holder.closed ? [holder.closed.kept] : []));
  expect([...new Set(kept)].sort()).toEqual(KEPT_BY_LAW.map(({ what }) => what).sort());
});

test('an account that was unbound before leaves nothing behind either', async () => {
  const { desk, weapp, alipay } = await fullLife();
  await desk.post('/feedback', { kind: 'face-unsupported', contact: { kind: 'wechat', value: 'wxid_ada2026' }, region: '370100' }, { token: alipay });
  await unbound(desk, alipay);
  await desk.post('/session/step-up', { action: 'close-account', pin: PIN }, { token: weapp });
  expect((await desk.post('/account/close', {}, { token: weapp })).status).toBe(200);
  const open = rowsOf(desk).filter(({ pk }) => /^(A|FB)#/.test(pk)).filter(({ sk, withdrawnAt, endedAt, contact }) => (sk.startsWith('CONSENT#') && withdrawnAt === undefined) || (/^(UNBOUND|WISH#|TICKET)/.test(sk) && (endedAt === undefined || contact !== undefined)));
  expect(open.map(({ sk }) => sk)).toEqual([]);
});

test('a wish to hear of an opening ends with the account, and may be made again', async () => {
  const { desk, alipay } = await fullLife();
  await desk.post('/session/step-up', { action: 'close-account', pin: PIN }, { token: alipay });
  await desk.post('/account/close', {}, { token: alipay });
  await desk.regions.change('371700', { open: true }, { by: '王科长', reason: '开通', at: desk.clock.at });
  await desk.follow();
  await desk.push();
  expect(desk.world.state.told.filter((one) => 'template' in one && one.template === 'opening')).toEqual([]);
  await desk.regions.change('371700', { open: false }, { by: '王科长', reason: '暂停', at: desk.clock.at });
  expect((await desk.post('/region/opening', { region: '371700' }, { token: alipay })).status).toBe(200);
  await desk.regions.change('371700', { open: true }, { by: '王科长', reason: '开通', at: desk.clock.at });
  await desk.follow();
  await desk.push();
  expect(desk.world.state.told.filter((one) => 'template' in one && one.template === 'opening')).toHaveLength(1);
});

test('a hundred wishes do not keep an account from being closed, also where the first try was interrupted', async () => {
  const { desk, token } = await holder('weapp');
  const codes = Array.from({ length: 60 }, (_, i) => `37${String(1001 + i)}`);
  for (const code of codes) {
    await desk.regions.change(code, { name: '某市', province: '山东省', bureau: '某市医保局', hotline: '12393', open: false }, { by: '登记员', reason: '登记', at: desk.clock.at });
    await desk.post('/region/opening', { region: code }, { token });
    desk.wait(61_000);
  }
  const again = await signedIn(desk);
  const write = desk.table.write.bind(desk.table);
  const failing = jest.spyOn(desk.table, 'write').mockImplementation((puts) => (puts.length === 50 ? Promise.reject(new Error('no network')) : write(puts)));
  await desk.post('/session/step-up', { action: 'close-account', pin: PIN }, { token: again });
  expect((await desk.post('/account/close', {}, { token: again })).status).toBe(500);
  failing.mockRestore();
  expect((await desk.post('/account/close', {}, { token: again })).status).toBe(200);
  expect(rowsOf(desk).filter(({ sk, endedAt }) => sk.startsWith('WISH#') && endedAt === undefined)).toEqual([]);
  expect(rowsOf(desk).filter(({ sk }) => sk.startsWith('WISH#'))).toHaveLength(120);
});

test('of two tickets of one kind the earlier is in the copy, too, and ends with the account', async () => {
  const desk = await openCity({ keys: LIFE_KEYS });
  const token = await signedIn(desk);
  await activated(desk, token, { until: 'face' });
  const report = () => desk.post('/feedback', { kind: 'face-photo-missing', contact: { kind: 'wechat', value: 'wxid_ada2026' }, region: '370100' }, { token });
  const first = (await report()).body['ticket'];
  const reports = reportsIn(desk.table, sealerWith(LIFE_KEYS));
  const { report: before, was } = (await reports.find(String(first)))!;
  await reports.keep(answered(before, { answer: '已核对', close: true, by: 'op1001', now: desk.clock.at }), was);
  const second = (await report()).body['ticket'];
  expect(second).not.toBe(first);
  expect(((await desk.get('/account/data', { token })).body['tickets'] as { ticket: string }[]).map((one) => one.ticket).sort()).toEqual([first, second].sort());
  await desk.post('/account/close', {}, { token });
  expect(rowsOf(desk).filter(({ contact, answer }) => contact ?? answer)).toEqual([]);
});

