import { sm2 } from '../crypto/sm.vectors.json';
import type { UpstreamLine } from './ask';
import { bureauAt } from './bureau';
import { BureauConfig } from './bureau-message';
import { opened, sealed, type Envelope, type Fields } from './envelope';
import { now, refusalOf, scriptedFetch, type Sent } from './testing/scripted-fetch';

// one pair of keys serves both sides here; the simulator has two
const account = { appId: '0123456789ABCDEF0123456789ABCDEF', appSecret: 'FEDCBA9876543210FEDCBA9876543210' };
const config = BureauConfig.parse({ url: 'https://bureau.example/hsa', orgCode: 'E37010000001', ...account, privateKey: sm2.dHex, platformPublicKey: sm2.publicHex });
const person = { name: '张三', idNumber: '99999919900307139X' };
const nonce = () => '0000a0b1'.repeat(4);
const MSGID = 'E37010000001202611221600001137';
const TIME = '20261122160000';

const baseinfo = { psn_no: '37010000000000000000000001', certno: person.idNumber, psn_name: person.name };
const row = { insutype: '310', psn_type: '1101', psn_insu_stas: '1', psn_insu_date: '2018-05-01', paus_insu_date: null, insuplc_admdvs: '370100', balc: 12.5 };
const seal = (content: Fields, { timestamp = TIME, privateKey = sm2.dHex } = {}) => sealed(content, { account, timestamp, privateKey });
const contentOf = (output: unknown, head: object = {}): Fields => ({ infcode: 0, inf_refmsgid: MSGID, err_msg: null, output, ...head });
const answer = (output: unknown, head: object = {}) => () => Response.json(seal(contentOf(output, head)));
const rows = (...changes: object[]) => answer({ baseinfo, insuinfo: changes.map((change) => ({ ...row, ...change })) });

function ask(script: (sent: Sent) => Response) {
  const { fetch, sent } = scriptedFetch(script);
  const lines: UpstreamLine[] = [];
  return { records: bureauAt(config, { fetch, now, nonce, log: (line) => lines.push(line) }).insuredRecords(person), sent, lines };
}

test('transaction 1101 asks with the national head and the ID card as proof, signed and encrypted', async () => {
  const { records, sent } = ask(rows({}));
  await records;
  expect(sent[0]!.url.href).toBe('https://bureau.example/hsa/1101');
  expect(sent[0]!.body).not.toContain(person.idNumber);
  const message = JSON.parse(sent[0]!.body) as Envelope & Fields;
  expect(message).toMatchObject({ appId: account.appId, version: '2.0.1', timestamp: TIME, encType: 'SM4', signType: 'SM2' });
  expect(opened(message, { account, publicKey: sm2.publicHex })).toMatchObject({
    infno: '1101',
    msgid: MSGID,
    mdtrtarea_admvs: '370100',
    opter_type: '3',
    fixmedins_code: 'E37010000001',
    input: { data: { mdtrt_cert_type: '02', mdtrt_cert_no: person.idNumber, psn_cert_type: '01', certno: person.idNumber, psn_name: '张三' } },
  });
  expect(MSGID).toHaveLength(30);
});

test('living insurances are returned, ended ones (0, 3, 4) left out', async () => {
  const { records } = ask(rows({}, { psn_insu_stas: '2', insutype: '390', insuplc_admdvs: '350300' }, { psn_insu_stas: '0' }, { psn_insu_stas: '3' }, { psn_insu_stas: '4' }));
  await expect(records).resolves.toEqual([
    { region: '370100', insutype: '310', suspended: false, insuredSince: '2018-05-01' },
    { region: '350300', insutype: '390', suspended: true, insuredSince: '2018-05-01' },
  ]);
});

test.each([rows(), answer(undefined, { infcode: -1, err_msg: '未查询到人员基本信息' })])('a person without insurance has no records', async (script) => {
  await expect(ask(script).records).resolves.toEqual([]);
});

test('ACT-5 insurances on two person numbers are a duplicate', async () => {
  expect((await refusalOf(ask(rows({}, { psn_no: '37020000000000000000000009' })).records)).code).toBe('RECORD_DUPLICATE');
});

test('an ended insurance on another person number is no duplicate', async () => {
  await expect(ask(rows({}, { psn_no: '37020000000000000000000009', psn_insu_stas: '4' })).records).resolves.toHaveLength(1);
});

test.each([answer(undefined, { infcode: -1, err_msg: '姓名与证件号码不符' }), answer({ baseinfo: { ...baseinfo, psn_name: '李四' }, insuinfo: [row] })])(
  'ACT-5 a number that the bureau holds under another name is ID_MISMATCH',
  async (script) => {
    expect(await refusalOf(ask(script).records)).toEqual({ code: 'ID_MISMATCH', details: { platform: '参保地' } });
  },
);

test.each([
  ['declined for another reason', answer(undefined, { infcode: -1, err_msg: '系统异常' })],
  ['to another message', answer({ baseinfo, insuinfo: [row] }, { inf_refmsgid: 'other' })],
  ['about another number', answer({ baseinfo: { ...baseinfo, certno: '999999199003071288' }, insuinfo: [row] })],
  ['without output', answer(undefined)],
  ['with a date that is none', rows({ psn_insu_date: '' })],
])('an answer %s is UPSTREAM_BUSY', async (_name, script) => {
  expect((await refusalOf(ask(script).records)).code).toBe('UPSTREAM_BUSY');
});

const well = contentOf({ baseinfo, insuinfo: [row] });
const otherKey = { privateKey: '128b2fa8bd433c6c068c8d803dff79792a519a55171b1b650c23661d15897263' };
const json = (value: object) => () => Response.json(value);

test.each([
  ['signed by somebody else', json(seal(well, otherKey)), 'envelope not genuine'],
  ['with altered content', json({ ...seal(well), encData: seal({ ...well, infcode: -1 }).encData }), 'envelope not genuine'],
  ['with a field added', json({ ...seal(well), success: true }), 'envelope not genuine'],
  ['of another account', json({ ...seal(well), appId: 'X'.repeat(32) }), 'envelope of another account'],
  ['signed six minutes ago', json(seal(well, { timestamp: '20261122155400' })), 'envelope out of time'],
  ['signed six minutes ahead', json(seal(well, { timestamp: '20261122160600' })), 'envelope out of time'],
  ['signed at a time that is none', json(seal(well, { timestamp: '20269999999999' })), 'envelope out of time'],
  ['to an earlier message', json(seal({ ...well, inf_refmsgid: 'E37010000001202611221559590001' })), 'answer to another message'],
  ['that is our own message', ({ body }: Sent) => Response.json(JSON.parse(body)), 'unexpected shape'],
  ['in the clear', json({ ...well }), 'unexpected shape'],
  ['without a signature', json({ ...seal(well), signData: undefined }), 'unexpected shape'],
  ['that takes no message', json({ success: false, code: 500401, message: `验签失败 ${person.name}` }), 'code 500401'],
])('an answer %s is UPSTREAM_BUSY, with one line that names nobody', async (_how, script, detail) => {
  const { records, lines } = ask(script);
  expect(await refusalOf(records)).toEqual({ code: 'UPSTREAM_BUSY', details: {} });
  expect(lines).toEqual([{ upstream: 'bureau', call: '1101', outcome: 'failed', detail, ms: 0 }]);
});

test('an answer up to five minutes old or early counts', async () => {
  for (const timestamp of ['20261122155500', '20261122160500']) await expect(ask(json(seal(well, { timestamp }))).records).resolves.toHaveLength(1);
});
