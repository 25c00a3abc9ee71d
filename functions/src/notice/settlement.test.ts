import { BUREAU, fromBureau, readByBureau } from '../testing/bureau-side';
import type { Desk } from '../testing/desk';
import { HOSPITAL } from '../testing/hospital';
import { ADA } from '../testing/outside-world';
import { activated, ALIPAY_STEPS, openCity, scan, seedOf, shownBy, signedIn } from '../testing/story';

const settled = (change: object = {}) => ({
  transType: 'cn.nhsa.settle.notify',
  orgId: HOSPITAL.orgId,
  msgid: 'M1',
  data: { outBizNo: 'VISIT1', medicalSettleState: 'SUCCESS', idNo: ADA.idNumber, userName: ADA.name, setlTime: '2026-11-22 10:05:00', hospitalName: '济南市第一人民医院', totalFee: '123.45', hifAmt: '80', acctAmt: '20.5', ownAmt: 22.95, ...change },
});

const refunded = (change: object = {}) => ({
  transType: 'cn.nhsa.refund.notify',
  orgId: HOSPITAL.orgId,
  msgid: 'M2',
  data: { outBizNo: 'VISIT1', appRefdSn: 'R1', refStatus: 'SUCC', idNo: ADA.idNumber, appRefdTime: '20261122103000', hospitalName: '济南市第一人民医院', totlRefdAmt: '22.95', cashRefdAmt: '22.95', ...change },
});

const notify = (desk: Desk, content: Readonly<Record<string, unknown>>, at = desk.clock.at) => desk.post('/notice/settlement', fromBureau(content, at));

/** Somebody with both channels, whose code was shown and scanned in one of them. */
async function visited(shownIn: 'weapp' | 'alipay') {
  const desk = await openCity();
  const weapp = await signedIn(desk);
  await activated(desk, weapp);
  const alipay = await signedIn(desk, { channel: 'alipay' });
  await activated(desk, alipay, { steps: ALIPAY_STEPS });
  const [first, second] = [await seedOf(desk, weapp), await seedOf(desk, alipay)];
  await scan(desk, shownBy(shownIn === 'weapp' ? second : first, desk.clock.at), { outBizNo: 'OTHER' });
  await scan(desk, shownBy(shownIn === 'weapp' ? first : second, desk.clock.at), { outBizNo: 'VISIT1' });
  await desk.follow();
  await desk.push();
  desk.world.state.told.length = 0;
  const told = async () => {
    await desk.push();
    return desk.world.state.told;
  };
  return { desk, told };
}

test.each(['weapp', 'alipay'] as const)('a settlement is told in %s, where the code was shown (CODE-8)', async (way) => {
  const { desk, told } = await visited(way);
  const { status, body } = await notify(desk, settled());
  expect([status, readByBureau(body)]).toEqual([200, { infcode: '0', inf_refmsgid: 'M1' }]);
  expect(await told()).toEqual([
    { way, to: way === 'weapp' ? 'wx-ada' : 'ali-ada', template: 'settlement', facts: ['济南市第一人民医院', '123.45元', '100.50元', '22.95元', '2026年11月22日 10:05'], page: 'pages/voucher/uses' },
  ]);
});

test('two bills of equal amounts in the same second are told as two (CODE-8)', async () => {
  const { desk, told } = await visited('weapp');
  await notify(desk, settled());
  await notify(desk, settled({ outBizNo: 'VISIT2' }));
  expect(await told()).toHaveLength(2);
});

test('a refund is told, too (CODE-8)', async () => {
  const { desk, told } = await visited('weapp');
  await notify(desk, refunded());
  expect(await told()).toMatchObject([{ way: 'weapp', template: 'refund', facts: ['济南市第一人民医院', '22.95元', '2026年11月22日 10:30', '现金部分1到3个工作日到账'] }]);
});

test('of a refund that a person has to look at nothing is told', async () => {
  const { desk, told } = await visited('weapp');
  expect((await notify(desk, refunded({ refStatus: 'EXP' }))).status).toBe(200);
  expect(await told()).toEqual([]);
});

test('a repeated message is answered in the same way and told once', async () => {
  const { desk, told } = await visited('weapp');
  const message = fromBureau(settled(), desk.clock.at);
  for (let i = 0; i < 3; i += 1) expect((await desk.post('/notice/settlement', message)).status).toBe(200);
  await notify(desk, settled());
  expect(await told()).toHaveLength(1);
});

test('a settlement of somebody without voucher gets the same answer, and nothing is kept', async () => {
  const { desk, told } = await visited('weapp');
  const { status, body } = await notify(desk, settled({ idNo: '999999195005050033' }));
  expect([status, readByBureau(body)]).toEqual([200, { infcode: '0', inf_refmsgid: 'M1' }]);
  expect(await told()).toEqual([]);
});

test('a settlement with the card is told in every channel', async () => {
  const { desk, told } = await visited('weapp');
  await notify(desk, { ...settled(), orgId: 'H37010000002' });
  expect((await told()).map(({ way }) => way).sort()).toEqual(['alipay', 'weapp']);
});

test.each([
  ['amounts that do not add up', settled({ ownAmt: '22.96' })],
  ['a fraction of a fen', settled({ totalFee: '123.455' })],
  ['no time', settled({ setlTime: '2026-13-45 10:05:00' })],
  ['another kind of message', { ...settled(), transType: 'cn.nhsa.other' }],
])('%s is declined in the platform’s own way, and nothing is told', async (_what, content) => {
  const { desk, told } = await visited('weapp');
  const { status, body } = await notify(desk, content);
  expect([status, readByBureau(body)]).toMatchObject([200, { infcode: '-1', err_msg: expect.stringContaining('报文内容有误') as string }]);
  expect(await told()).toEqual([]);
});

describe('a message that is not genuine is refused, and nothing is told', () => {
  const minutes = (n: number) => n * 60_000;
  test.each([
    ['too old', (desk: Desk) => fromBureau(settled(), new Date(desk.clock.at.getTime() - minutes(6)))],
    ['from the future', (desk: Desk) => fromBureau(settled(), new Date(desk.clock.at.getTime() + minutes(6)))],
    ['altered in its head', (desk: Desk) => ({ ...fromBureau(settled(), desk.clock.at), extraField: 'x' })],
    ['cut', (desk: Desk) => { const message = fromBureau(settled(), desk.clock.at); return { ...message, encData: message.encData.slice(32) }; }],
    ['signed for other content', (desk: Desk) => ({ ...fromBureau(settled(), desk.clock.at), encData: fromBureau(refunded(), desk.clock.at).encData })],
    ['of another account', (desk: Desk) => ({ ...fromBureau(settled(), desk.clock.at), appId: 'F'.repeat(32) })],
  ])('%s', async (_what, make) => {
    const { desk, told } = await visited('weapp');
    const { status, body } = await desk.post('/notice/settlement', make(desk));
    expect([status, body.code]).toEqual([401, 500171]);
    expect(await told()).toEqual([]);
  });

  test('what is no envelope at all is told so', async () => {
    const desk = await openCity();
    expect((await desk.post('/notice/settlement', { appId: BUREAU.appId })).body.code).toBe(500102);
  });
});
