import { STEP_UP_MS } from '@yibao/shared';
import { changer, inWeChat, NEW, NEWER, phonesOf, voucherOf } from '../testing/phone-story';
import { openCity, PIN, signedIn } from '../testing/story';
import { trailFlaws } from '../testing/trail-flaws';

describe('the number in WeChat (PHO-1)', () => {
  test('is none until one is set, and then the new one, masked', async () => {
    const ada = await inWeChat();
    expect((await ada.read()).body).toEqual({ channel: 'weapp', bound: true });
    expect((await ada.move()).body).toEqual({ channel: 'weapp', bound: true, current: { phone: '139****8888', since: '2026-11-22T02:00:00.000Z' } });
    expect((await ada.move(NEWER)).body).toMatchObject({ current: { phone: '139****7777' } });
  });

  test('comes from WeChat’s button just as well, and gets its code, too', async () => {
    const ada = await inWeChat();
    expect((await ada.post('/phone/new', { code: 'button-code' })).body).toMatchObject({ next: { phone: '139****8888', proven: false } });
    expect(ada.desk.world.state.smsTo).toEqual([NEW]);
  });

  test.each(['PHONE_PACKET_REJECTED', 'PHONE_FOREIGN'] as const)('of WeChat’s button that is %s is not taken, and nothing is sent', async (code) => {
    const ada = await inWeChat();
    ada.desk.world.refuse('phoneOf', code);
    expect((await ada.post('/phone/new', { code: 'button-code' })).body).toMatchObject({ code });
    expect(ada.desk.world.state.smsTo).toEqual([]);
  });

  test('must be given one way or the other', async () => {
    const ada = await inWeChat();
    expect((await ada.post('/phone/new', {})).body).toMatchObject({ code: 'REQUEST_MALFORMED', fields: [{ field: 'phone' }] });
  });

  test('that is the present one is not asked for again', async () => {
    const ada = await inWeChat();
    await ada.move();
    expect((await ada.send()).body).toMatchObject({ code: 'PHONE_SAME' });
    expect(ada.desk.world.state.smsTo).toHaveLength(1);
  });

  test('is not changed by who has not confirmed', async () => {
    const ada = await inWeChat();
    await ada.send();
    await ada.prove();
    expect((await ada.change()).body).toMatchObject({ code: 'STEP_UP_REQUIRED', details: { action: 'change-phone' } });
    expect((await ada.read()).body).not.toHaveProperty('current');
  });

  test('waits where the confirmation has lapsed half-way, and is changed when it is given again', async () => {
    const ada = await inWeChat();
    await ada.send();
    await ada.prove();
    await ada.confirmed();
    ada.desk.wait(STEP_UP_MS);
    expect((await ada.change()).body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect((await ada.read()).body).toMatchObject({ next: { phone: '139****8888', proven: true } });
    await ada.confirmed();
    expect((await ada.change()).body).toMatchObject({ current: { phone: '139****8888' } });
  });

  test('can be confirmed by face', async () => {
    const ada = await inWeChat();
    await ada.send();
    await ada.prove();
    await ada.post('/session/step-up/face', { action: 'change-phone' });
    await ada.post('/session/step-up/face/result', { action: 'change-phone' });
    expect((await ada.change()).body).toMatchObject({ current: { phone: '139****8888' } });
  });

  test('is not changed without a code that came back', async () => {
    const ada = await inWeChat();
    await ada.confirmed();
    expect((await ada.change()).body).toMatchObject({ code: 'SMS_EXPIRED' });
    await ada.send();
    expect((await ada.change()).body).toMatchObject({ code: 'SMS_EXPIRED' });
  });

  test('is not changed a quarter of an hour after it was proven', async () => {
    const ada = await inWeChat();
    await ada.send();
    await ada.prove();
    ada.desk.wait(15 * 60_000);
    await ada.confirmed();
    expect((await ada.change()).body).toMatchObject({ code: 'SMS_EXPIRED' });
    expect((await ada.read()).body).not.toHaveProperty('next');
  });

  test('that was begun is there again after leaving', async () => {
    const ada = await inWeChat();
    await ada.send();
    expect((await ada.read()).body).toMatchObject({ next: { phone: '139****8888', proven: false, resendAt: '2026-11-22T02:01:00.000Z' } });
    await ada.prove();
    expect((await ada.read()).body).toMatchObject({ next: { phone: '139****8888', proven: true } });
  });

  test('is asked for by nobody without a voucher', async () => {
    const desk = await openCity();
    const nobody = changer(desk, await signedIn(desk));
    await nobody.post('/session/step-up', { action: 'change-phone', pin: PIN });
    for (const answer of [await nobody.read(), await nobody.send(), await nobody.post('/phone/account', { packet: '{}' })]) expect(answer.body).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
    expect(desk.world.state.smsTo).toEqual([]);
  });

  test('the change is told with both numbers masked, and the old one is kept a day to be told (PHO-3)', async () => {
    const ada = await inWeChat();
    await ada.move();
    await ada.move(NEWER);
    const trail = await ada.desk.trail.of(await voucherOf(ada.desk));
    const [first, second] = [trail.at(-2)!, trail.at(-1)!];
    expect(first).toMatchObject({ event: { type: 'phone.changed', channel: 'weapp', after: '139****8888' }, after: { phone: '139****8888' } });
    expect(first).not.toHaveProperty('before');
    expect(second).toMatchObject({ before: { phone: '139****8888' }, after: { phone: '139****7777' } });
    if (second.event.type !== 'phone.changed') throw new Error('no such event');
    expect(await phonesOf(ada.desk).formerOf(second.event.voucherId, second.event.account, second.event.at)).toMatchObject({ phone: NEW });
    expect(trailFlaws(ada.desk)).toEqual([]);
  });
});

test('the old number is told of the change by a text message, although time goes on while it is written (PHO-3)', async () => {
  const ada = await inWeChat();
  let at = ada.desk.clock.at.getTime();
  Object.defineProperty(ada.desk.clock, 'at', { get: () => new Date((at += 1)), set: (next: Date) => (at = next.getTime()) });
  await ada.move();
  await ada.move(NEWER);
  await ada.desk.push();
  expect(ada.desk.world.state.told.filter(({ way }) => way === 'sms')).toMatchObject([{ to: NEW, what: '手机号改为139****7777' }]);
});

test('the old number is told when the text message has failed at first, once (PHO-3)', async () => {
  const ada = await inWeChat();
  await ada.move();
  await ada.move(NEWER);
  ada.desk.world.refuse('sendNotice', 'UPSTREAM_BUSY');
  await expect(ada.desk.push()).rejects.toMatchObject({ code: 'UPSTREAM_BUSY' });
  expect(ada.desk.world.state.told.filter(({ to }) => to === NEW)).toEqual([]);
  ada.desk.world.allow();
  for (let i = 0; i < 3; i += 1) await ada.desk.push();
  expect(ada.desk.world.state.told.filter(({ to }) => to === NEW)).toHaveLength(1);
});

describe('a change that is disturbed', () => {
  test('whose answer was lost is answered the same, and told once', async () => {
    const ada = await inWeChat();
    const first = await ada.move();
    expect((await ada.change()).body).toEqual(first.body);
    expect((await ada.desk.trail.of(await voucherOf(ada.desk))).filter(({ event }) => event.type === 'phone.changed')).toHaveLength(1);
  });

  test('at the same time from two devices is made once', async () => {
    const ada = await inWeChat();
    await ada.send();
    await ada.prove();
    await ada.confirmed();
    const answers = await Promise.all([ada.change(), ada.change(), ada.change()]);
    expect(answers.map(({ body }) => body)).toEqual(Array(3).fill(answers[0].body));
    expect((await ada.desk.trail.of(await voucherOf(ada.desk))).filter(({ event }) => event.type === 'phone.changed')).toHaveLength(1);
    expect(trailFlaws(ada.desk)).toEqual([]);
  });

  test('a code that was right is right again when its answer was lost', async () => {
    const ada = await inWeChat();
    await ada.send();
    const first = await ada.prove();
    expect((await ada.prove()).body).toEqual(first.body);
  });
});

test('the export of one’s own data has the numbers, in full (ALL-4)', async () => {
  const ada = await inWeChat();
  await ada.move();
  await ada.post('/session/step-up', { action: 'export-data', pin: PIN });
  expect((await ada.desk.get('/account/data', { token: ada.token })).body).toMatchObject({ phones: [{ channel: 'weapp', phone: NEW }] });
});
