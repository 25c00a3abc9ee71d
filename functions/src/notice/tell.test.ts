import { Refusal } from '@yibao/shared';
import { eventsIn } from '../errand/events-in';
import type { VoucherEvent } from '../events';
import { pushedIn } from '../pushed/once';
import { pushFor } from '../pushes';
import { couriersOf } from '../testing/couriers';
import { memoryTable } from '../testing/memory-table';
import { outsideWorld } from '../testing/outside-world';
import type { Seat } from './notice';

const EVENT: VoucherEvent = { voucherId: 'v1', at: '2026-11-22T02:05:00.000Z', type: 'pin.changed', channel: 'weapp' };
const OWN = '13900000001';

interface Addressee extends Seat {
  readonly openId: string | undefined;
}

const seat = (channel: 'weapp' | 'alipay', more: Partial<Addressee> = {}): Addressee => ({ account: channel, channel, boundAt: '2026-01-01T00:00:00.000Z', openId: `id-${channel}`, ...more });

const known = (number: string) => (number === 'none' ? undefined : number);

const NO_CARDS = { wallets: { of: async () => undefined }, bound: { everTo: async () => [] } };

function telling({ seats = [seat('weapp'), seat('alipay')], near = OWN, until = 'none' } = {}) {
  const { state, ports, refuse, allow } = outsideWorld();
  const table = memoryTable();
  const events = eventsIn(table);
  const needs = {
    pushed: pushedIn(table, () => new Date(EVENT.at)),
    openIdOf: async (_: string, account: string) => seats.find((one) => one.account === account)?.openId,
    numbers: { near: async () => known(near), until: async () => known(until) },
    digestOf: (phone: string) => `digest of ${phone}`,
  };
  const couriers = couriersOf({ ...needs, ...ports, events } as unknown as Parameters<typeof couriersOf>[0]);
  const push = pushFor({ ...NO_CARDS, addressees: { of: async () => seats }, events, post: couriers.post });
  const tell = async (event = EVENT) => {
    const key = { pk: 'V#v1', sk: `EV#${event.type}` };
    await table.write([{ row: { ...key, event }, was: 'absent' }]).catch(() => undefined);
    await push(event, key);
    await couriers.turn();
  };
  const ways = () => state.told.map(({ way, to }) => `${way} ${to}`);
  const outcomes = () => [...table.rows.values()].filter(({ sk }) => sk.startsWith('PUSH#notice#')).map((row) => row['outcome']);
  return { tell, ways, refuse, allow, outcomes, rows: () => [...table.rows.values()] };
}

test('each channel is told by its own platform, once, however often the event comes', async () => {
  const { tell: told, ways } = telling();
  for (let i = 0; i < 3; i += 1) await told();
  expect(ways()).toEqual(['weapp id-weapp', 'alipay id-alipay']);
});

test('who did not allow messages gets a text message instead, one for all channels', async () => {
  const { tell: told, ways, refuse, outcomes } = telling();
  refuse('weappMessage', 'NOTICE_NOT_TAKEN');
  refuse('alipayMessage', 'NOTICE_NOT_TAKEN');
  await told();
  expect(ways()).toEqual([`sms ${OWN}`]);
  expect(outcomes()).toEqual(['sms', 'sms']);
});

test('the number that got a text message stands in no row', async () => {
  const { tell: told, refuse, rows } = telling();
  refuse('weappMessage', 'NOTICE_NOT_TAKEN');
  await told();
  expect(rows().map(({ sk }) => sk).filter((sk) => sk.startsWith('PUSH#text#'))).toEqual([expect.stringMatching(/#digest of 13900000001$/)]);
});

test('a channel whose account is no longer known is told by text message', async () => {
  const { tell: told, ways } = telling({ seats: [seat('weapp', { openId: undefined })] });
  await told();
  expect(ways()).toEqual([`sms ${OWN}`]);
});

test('who cannot be reached at all is not tried again and again', async () => {
  const { tell: told, ways, refuse, outcomes } = telling({ near: 'none' });
  refuse('weappMessage', 'NOTICE_NOT_TAKEN');
  await told();
  await told();
  expect(ways()).toEqual(['alipay id-alipay']);
  expect(outcomes()).toContain('nobody');
});

test('a platform that does not answer is asked again, and the others are not told twice', async () => {
  const { tell: told, ways, refuse, allow } = telling();
  refuse('weappMessage', 'UPSTREAM_BUSY');
  await expect(told()).rejects.toThrow(Refusal);
  expect(ways()).toEqual(['alipay id-alipay']);
  allow();
  await told();
  expect(ways()).toEqual(['alipay id-alipay', 'weapp id-weapp']);
});

test('the old number is told that it was changed (PHO-3)', async () => {
  const { tell: told, ways } = telling({ until: '13900000009' });
  await told({ ...EVENT, type: 'phone.changed', channel: 'weapp', account: 'weapp', before: '139****0009', after: '139****0001' });
  expect(ways()).toContain('sms 13900000009');
});

test('of what concerns nobody’s safety nothing is sent', async () => {
  const { tell: told, ways } = telling();
  await told({ ...EVENT, type: 'consent.given', channel: 'weapp', purpose: 'face', textVersion: '1' });
  expect(ways()).toEqual([]);
});
