import { resultIn } from '@yibao/functions/src/notice/settle-message';
import type { SettlementPlace } from '@yibao/functions/src/upstream/ports';
import type { SealedMessage } from '@yibao/shared';
import { outsideWithClients, refusalCode, type World } from '../testing/real-clients';
import { FAULT_KINDS } from '../faults/kinds';

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

const counter = async <A>(path: string, body: object) => (await (await fetch(`${world.outside.url}/settlements${path}`, { method: 'POST', body: JSON.stringify(body) })).json()) as A;
const settled = () => counter<{ place: SettlementPlace; message: SealedMessage }>('', { person: 'ok', outBizNo: 'VISIT1' });

test('5203 and 5204 answer what was settled, in fen', async () => {
  const { place } = await settled();
  expect(await world.bills.settlement(place)).toEqual({ at: '2026-11-22 16:00:00', orgId: 'H37010200001', institution: '济南市示范人民医院', medType: '11', total: 12_345, fund: 8000, account: 2050, shared: 0, cash: 2295 });
  expect(await world.bills.items(place)).toMatchObject([{ name: '普通门诊诊察费', count: '1', total: 12_345, own: 2295 }]);
});

test('of a settlement that is another person’s, or none, nothing is answered', async () => {
  const { place } = await settled();
  for (const other of [{ ...place, personNo: '0'.repeat(26) }, { ...place, settlementId: 'none' }, { ...place, visitId: 'none' }]) {
    expect(await world.bills.settlement(other)).toBeUndefined();
    expect(await world.bills.items(other)).toEqual([]);
  }
});

test.each(FAULT_KINDS.flatMap((kind) => [['5203', kind], ['5204', kind]] as const))('QA-2 %s, %s: busy or answered rightly, and answered afterwards', async (call, kind) => {
  const { place } = await settled();
  const ask = () => (call === '5203' ? world.bills.settlement(place) : world.bills.items(place));
  const right = await ask();
  world.outside.faults.order({ upstream: 'bureau', call, kind, times: 1, ms: kind === 'delay' ? 500 : 360_000 });
  const first = await ask().catch(() => 'busy');
  expect(['busy', JSON.stringify(right)]).toContain(typeof first === 'string' ? first : JSON.stringify(first));
  world.outside.faults.clear();
  expect(await ask()).toEqual(right);
});

test('what the platform tells of a settlement and a refund, the service’s door opens and understands (CODE-8)', async () => {
  const { place, message } = await settled();
  expect(resultIn(world.bureauDoor.open(message))).toMatchObject({ result: { requestId: 'VISIT1', outcome: 'settled', total: 12_345, fund: 10_050, own: 2295, at: '2026-11-22T08:00:00.000Z' } });
  const { message: refund } = await counter<{ message: SealedMessage }>('/refund', { settlementId: place.settlementId });
  expect(resultIn(world.bureauDoor.open(refund))).toMatchObject({ result: { outcome: 'refunded', total: 12_345, own: 2295 } });
});

test('a message that lay too long, or was altered on the way, is not opened', async () => {
  const { message } = await settled();
  const open = (given: SealedMessage) => refusalCode(Promise.resolve().then(() => world.bureauDoor.open(given)));
  expect(await open({ ...message, encData: `${message.encData.slice(0, -2)}00` })).toBe('MESSAGE_NOT_GENUINE');
  expect(await open({ ...message, timestamp: '20261122160001' })).toBe('MESSAGE_NOT_GENUINE');
  world.pass(6 * 60_000);
  expect(await open(message)).toBe('MESSAGE_NOT_GENUINE');
});
