import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CHANNEL_IDS } from '@yibao/shared';
import { decode } from './decode';

const CODE = '4240000000001754825640370000';
const institution = { orgId: 'H37010200001' };

const decoded = {
  idNo: '999999199003070012',
  idType: '01',
  userName: '陈安宁',
  ecToken: `370000ec${'a1'.repeat(15)}`,
  insuOrg: '370100',
  ecIndexNo: 'A1'.repeat(16),
  gender: '女',
  birthday: '1990.03.07',
  nationality: '中国',
  email: '',
  chnlId: CHANNEL_IDS.weapp,
  ecQrCode: CODE,
  authNo: '',
};

interface Asked {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: { readonly data: Record<string, string> };
}

let server: Server;
let answer: { status: number; body: string };
let asked: Asked[];
let dropped: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ url: request.url, authorization: request.headers.authorization, body: JSON.parse(Buffer.concat(chunks).toString()) as Asked['body'] });
      response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
beforeEach(() => {
  asked = [];
  dropped = 0;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const scan = { scan: 'ab'.repeat(16), code: CODE, businessType: '01301' };

const scanned = (status: number, body: unknown, api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`) => {
  answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
  return decode(scan, { api, institution, session: { token: async () => 'a-token', drop: () => void (dropped += 1) }, now: () => new Date('2026-11-22T08:05:09Z'), regionName: async (code) => (code === '370100' ? '济南市' : undefined) });
};

test('a code is decoded as the institution, and the clerk reads words instead of codes (CODE-7)', async () => {
  const reply = await scanned(200, { code: 0, message: '成功', data: decoded, orgId: institution.orgId, extra: null });
  expect(reply).toEqual({
    outcome: 'accepted',
    business: '门诊结算（01301）',
    at: '2026-11-22 16:05:09',
    holder: { name: '陈安宁', idNumber: '999999199003070012', gender: '女', birthday: '1990-03-07', region: '济南市（370100）', channel: '微信', ecToken: decoded.ecToken },
  });
  expect(asked[0]).toMatchObject({
    url: '/ec/query',
    authorization: 'Bearer a-token',
    body: { transType: 'ec.query', orgId: institution.orgId, data: { orgId: institution.orgId, ecQrCode: CODE, businessType: '01301', officeName: '门诊收费处' } },
  });
});

test('the same scan sent twice carries the same outBizNo, another scan another', async () => {
  await scanned(503, '{}');
  await scanned(503, '{}');
  const numbers = asked.map(({ body }) => body.data['outBizNo']);
  expect(numbers).toEqual([`H37010200001${scan.scan}`, `H37010200001${scan.scan}`]);
});

test('an unknown region and channel are shown as they came', async () => {
  const reply = await scanned(200, { code: 0, message: '成功', data: { ...decoded, insuOrg: '330399', chnlId: 'x' }, orgId: institution.orgId, extra: null });
  expect(reply).toMatchObject({ holder: { region: '其他地区（330399）', channel: 'x' } });
});

test.each([
  [200, { code: 500159, success: false, message: '请使用医保电子凭证二维码' }, { code: 500159, title: '请使用医保电子凭证二维码', remedy: '扫到的不是医保码，请参保人打开医保码再扫。', retry: false }],
  [200, { code: 500161, success: false, message: '这个医保码已经用过' }, { code: 500161, retry: false }],
  [401, { code: 500104, success: false, message: '机构身份没有通过' }, { code: 500104, retry: false }],
  [429, { code: 500105, success: false, message: '点得有点快', remedy: '1秒后可以再试。' }, { code: 500105, remedy: '1秒后可以再试。', retry: true }],
  [200, { code: 500100, success: false }, { code: 500100, title: '服务出了问题', retry: true }],
  [200, { code: 599999, success: false }, { code: 599999, title: '没有解码', retry: false }],
])('HTTP %i with %j is shown as the refusal %j', async (status, body, expected) => {
  expect(await scanned(status, body)).toMatchObject({ outcome: 'refused', ...expected });
});

test('a token that is no longer taken is forgotten, any other refusal leaves it', async () => {
  await scanned(200, { code: 500161, success: false });
  expect(dropped).toBe(0);
  await scanned(401, { code: 500104, success: false });
  expect(dropped).toBe(1);
});

test.each([
  ['the gateway answers without the service', 503, '{"message":"Service Unavailable"}'],
  ['something else answers', 200, '<html>'],
])('it is unreachable when %s', async (_case, status, body) => {
  expect((await scanned(status, body)).outcome).toBe('unreachable');
});

test('it is unreachable when nothing listens', async () => {
  expect((await scanned(200, '', 'http://127.0.0.1:9')).outcome).toBe('unreachable');
});
