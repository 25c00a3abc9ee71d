import type { Desk } from '../testing/desk';
import { addCard, holder } from '../testing/wallet-story';
import { activated, ALIPAY_STEPS, openCity, PIN, signedIn } from '../testing/story';

async function exported(desk: Desk, token: string) {
  await desk.post('/session/step-up', { action: 'export-data', pin: PIN }, { token });
  return (await desk.get('/account/data', { token })).body;
}

const CONTACT = { kind: 'wechat', value: 'wxid_ada2026' };
const reportWith = (desk: Desk, token: string) => desk.post('/feedback', { kind: 'face-unsupported', contact: CONTACT, region: '370100' }, { token });

test('a report is in the copy with its contact in full, whichever account of the holder made it', async () => {
  const desk = await openCity();
  const weapp = await signedIn(desk);
  await activated(desk, weapp);
  const alipay = await signedIn(desk, { channel: 'alipay' });
  await activated(desk, alipay, { steps: ALIPAY_STEPS });
  const { ticket } = (await reportWith(desk, alipay)).body;
  const told = { ticket, kind: 'face-unsupported', state: 'waiting', contact: CONTACT, createdAt: desk.clock.at.toISOString() };
  for (const token of [weapp, alipay]) expect((await exported(desk, token))['tickets']).toEqual([told]);
});

test('a report of who has no voucher is in the copy, and not in that of another', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token, { until: 'face' });
  const { ticket } = (await reportWith(desk, token)).body;
  expect((await desk.get('/account/data', { token })).body['tickets']).toMatchObject([{ ticket }]);
  expect((await desk.get('/account/data', { token: await signedIn(desk, { who: 'eve' }) })).body['tickets']).toEqual([]);
});

test('the card in the wallet is in the copy with its state, and without its serial', async () => {
  const { desk, token } = await holder('weapp');
  await addCard(desk, token);
  expect((await exported(desk, token))['wallets']).toEqual([{ channel: 'weapp', state: 'adding', askedAt: desk.clock.at.toISOString() }]);
});

test('closing the account says that contact and answer of reports are erased, and erases them', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  await reportWith(desk, token);
  await desk.post('/session/step-up', { action: 'close-account', pin: PIN }, { token });
  expect((await desk.post('/account/close', {}, { token })).body['erased']).toContain('反馈的联系方式和答复');
  const tickets = [...(desk.table as unknown as { rows: Map<string, Record<string, unknown>> }).rows.values()].filter(({ sk }) => sk === 'TICKET');
  expect(tickets.map(({ contact, endedAt }) => ({ contact, endedAt }))).toEqual([{ contact: undefined, endedAt: desk.clock.at.toISOString() }]);
  expect((await desk.get('/account/data', { token })).body['tickets']).toEqual([]);
});
