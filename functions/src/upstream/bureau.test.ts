import { bureauAt } from './bureau';
import { now, refusalOf, scriptedFetch, type Sent } from './testing/scripted-fetch';

const config = { url: 'https://bureau.example/hsa', appId: 'E37010000001', secret: '0123456789abcdef' };
const person = { name: '张三', idNumber: '99999919900307139X' };
const nonce = () => '0000a0b1'.repeat(4);
const MSGID = 'E37010000001202611221600001137';

const baseinfo = { psn_no: '37010000000000000000000001', certno: person.idNumber, psn_name: person.name };
const row = { insutype: '310', psn_type: '1101', psn_insu_stas: '1', psn_insu_date: '2018-05-01', paus_insu_date: null, insuplc_admdvs: '370100', balc: 12.5 };
const answer = (output: unknown, head: object = {}) => () => Response.json({ infcode: 0, inf_refmsgid: MSGID, err_msg: null, output, ...head });
const rows = (...changes: object[]) => answer({ baseinfo, insuinfo: changes.map((change) => ({ ...row, ...change })) });

function ask(script: (sent: Sent) => Response) {
  const { fetch, sent } = scriptedFetch(script);
  return { records: bureauAt(config, { fetch, now, nonce }).insuredRecords(person), sent };
}

test('transaction 1101 asks with the national head and the ID card as proof', async () => {
  const { records, sent } = ask(rows({}));
  await records;
  expect(sent[0]!.url.href).toBe('https://bureau.example/hsa/1101');
  expect(sent[0]!.headers.get('x-signature')).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.parse(sent[0]!.body)).toMatchObject({
    infno: '1101',
    msgid: MSGID,
    mdtrtarea_admvs: '370100',
    opter_type: '3',
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
