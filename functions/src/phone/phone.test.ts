import { chinaDay, SERVICE_AGREEMENT } from '@yibao/shared';
import type { Desk } from '../testing/desk';
import { activated, ALIPAY_STEPS, openCity, PIN, signedIn } from '../testing/story';
import { trailFlaws } from '../testing/trail-flaws';
import { phonesIn } from './store';
import { phonesKnown } from './known';
import { sealerWith } from '../crypto/sealer';
import { keysFrom } from '../crypto/keys';
import { phoneIndexWith } from '../crypto/digest';

const NEW = '13900008888';
const NEWER = '13900007777';
const CODE = { code: '246810' };
const KEYS = keysFrom('a root key that is only for tests, 32+');

const inWeChat = async (desk?: Desk) => {
  const city = desk ?? (await openCity({ keys: KEYS }));
  const token = await signedIn(city);
  if (!desk) await activated(city, token);
  return citizen(city, token);
};

function citizen(desk: Desk, token: string) {
  const post = (path: string, body: unknown = {}) => desk.post(path, body, { token });
  const confirmed = () => post('/session/step-up', { action: 'change-phone', pin: PIN });
  return {
    desk,
    token,
    post,
    read: () => desk.get('/phone', { token }),
    send: (phone = NEW) => post('/phone/new', { phone }),
    prove: (code = CODE.code) => post('/phone/new/code', { code }),
    confirmed,
    change: () => post('/phone'),
    /** The whole way to another number; gives the last answer. */
    async move(phone = NEW) {
      await post('/phone/new', { phone });
      await post('/phone/new/code', CODE);
      await confirmed();
      const answer = await post('/phone');
      desk.wait(60_000);
      return answer;
    },
  };
}

/** Another person with the same story: another ID number, account and voucher. */
async function another(desk: Desk) {
  desk.world.state.person = { name: '李四', idNumber: '999999198506150013', phone: '13900001111' };
  desk.recording.know(desk.world.state.person);
  const token = await signedIn(desk, { channel: 'alipay', who: 'ben', device: 'b'.repeat(32) });
  return citizen(desk, token);
}

const STEPS_OF_BEN = { ...ALIPAY_STEPS, agreement: (desk: Desk, token: string) => desk.post('/activation/agreement', { version: SERVICE_AGREEMENT.version, code: 'ben' }, { token }) };

const phonesOf = (desk: Desk) => phonesKnown({ phones: phonesIn(desk.table, sealerWith(KEYS), phoneIndexWith(KEYS)) });
const voucherOf = async (desk: Desk) => (await desk.vouchers.ofPerson('999999199003070012'))!;

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
    const nobody = citizen(desk, await signedIn(desk));
    await nobody.post('/session/step-up', { action: 'change-phone', pin: PIN });
    for (const answer of [await nobody.read(), await nobody.send(), await nobody.post('/phone/account', { packet: '{}' })]) expect(answer.body).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
    expect(desk.world.state.smsTo).toEqual([]);
  });

  test('the change is told with both numbers masked, and the old one is kept a day to be told (PHO-3)', async () => {
    const ada = await inWeChat();
    await ada.move();
    await ada.move(NEWER);
    const trail = await ada.desk.trail.of(await voucherOf(ada.desk));
    const [first, second] = trail.slice(-2);
    expect(first).toMatchObject({ event: { type: 'phone.changed', channel: 'weapp', after: '139****8888' }, after: { phone: '139****8888' } });
    expect(first).not.toHaveProperty('before');
    expect(second).toMatchObject({ before: { phone: '139****8888' }, after: { phone: '139****7777' } });
    if (second?.event.type !== 'phone.changed') throw new Error('no such event');
    expect(await phonesOf(ada.desk).formerOf(second.event.voucherId, second.event.account, second.event.at)).toMatchObject({ phone: NEW });
    expect(trailFlaws(ada.desk)).toEqual([]);
  });
});

describe('the code to the new number', () => {
  test('is sent once a minute, also when asked for at the same time', async () => {
    const ada = await inWeChat();
    await Promise.all([ada.send(), ada.send(), ada.send()]);
    expect(ada.desk.world.state.smsTo).toEqual([NEW]);
    expect((await ada.send(NEWER)).body).toMatchObject({ code: 'SMS_TOO_SOON', details: { seconds: 60 } });
  });

  test('can be asked for again at once where it could not be sent', async () => {
    const ada = await inWeChat();
    ada.desk.world.refuse('sendCode', 'UPSTREAM_BUSY');
    expect((await ada.send()).status).toBe(503);
    ada.desk.world.allow();
    expect((await ada.send()).status).toBe(200);
  });

  test('allows five tries', async () => {
    const ada = await inWeChat();
    await ada.send();
    for (const left of [4, 3, 2, 1]) expect((await ada.prove('111111')).body).toMatchObject({ code: 'SMS_WRONG', details: { left } });
    expect((await ada.prove('111111')).body).toMatchObject({ code: 'SMS_EXPIRED' });
    expect((await ada.prove()).body).toMatchObject({ code: 'SMS_EXPIRED' });
  });

  test('serves five minutes', async () => {
    const ada = await inWeChat();
    await ada.send();
    ada.desk.wait(5 * 60_000);
    expect((await ada.prove()).body).toMatchObject({ code: 'SMS_EXPIRED' });
  });

  test('goes to an account ten times a day', async () => {
    const ada = await inWeChat();
    for (let i = 0; i < 10; i += 1) {
      expect((await ada.send(`1390000${1000 + i}`)).status).toBe(200);
      ada.desk.wait(11 * 60_000);
    }
    expect((await ada.send()).body).toMatchObject({ code: 'SMS_TOO_MANY' });
    ada.desk.clock.at = new Date(`${chinaDay(ada.desk.clock.at)}T16:00:01.000Z`);
    const again = await inWeChat(ada.desk);
    expect((await again.send()).status).toBe(200);
  });

  test('goes to a number ten times a day, whoever asks', async () => {
    const ada = await inWeChat();
    for (let i = 0; i < 5; i += 1) {
      await ada.send();
      ada.desk.wait(11 * 60_000);
    }
    await activated(ada.desk, await signedIn(ada.desk, { who: 'ben' }));
    for (let i = 0; i < 5; i += 1) {
      expect((await citizen(ada.desk, await signedIn(ada.desk, { who: 'ben' })).send()).status).toBe(200);
      ada.desk.wait(11 * 60_000);
    }
    expect((await citizen(ada.desk, await signedIn(ada.desk, { who: 'ben' })).send()).body).toMatchObject({ code: 'SMS_TOO_MANY' });
  });
});

describe('one number, one person', () => {
  const withBen = async () => {
    const ada = await inWeChat();
    await ada.move();
    const ben = await another(ada.desk);
    await activated(ada.desk, ben.token, { steps: STEPS_OF_BEN });
    return { ada, ben };
  };

  test('a number of another person is refused only after it was proven', async () => {
    const { ada, ben } = await withBen();
    ada.desk.wait(60_000);
    expect((await ada.send('13900001111')).body).toMatchObject({ next: { phone: '139****1111', proven: false } });
    expect((await ada.prove('111111')).body).toMatchObject({ code: 'SMS_WRONG' });
    expect((await ada.prove()).body).toMatchObject({ code: 'PHONE_TAKEN' });
    expect((await ada.read()).body).toMatchObject({ current: { phone: '139****8888' } });
    expect((await ben.read()).body).toMatchObject({ current: { phone: '139****1111' } });
  });

  test('nor is it taken at activation', async () => {
    const ada = await inWeChat();
    await ada.move('13900001111');
    const ben = await another(ada.desk);
    await activated(ada.desk, ben.token, { steps: STEPS_OF_BEN, until: 'phone' });
    await ben.post('/activation/phone', { packet: '{"response":"x"}' });
    expect((await ben.post('/activation/phone/code', { code: '111111' })).body).toMatchObject({ code: 'SMS_WRONG' });
    expect((await ben.post('/activation/phone/code', CODE)).body).toMatchObject({ code: 'PHONE_TAKEN' });
    expect((await ada.desk.get('/activation', { token: ben.token })).body).toMatchObject({ step: 'phone' });
  });

  test('who finds it taken at the last step of the activation goes back and takes another', async () => {
    const ada = await inWeChat();
    const ben = await another(ada.desk);
    await activated(ada.desk, ben.token, { steps: STEPS_OF_BEN, until: 'pin' });
    expect((await ada.move('13900001111')).status).toBe(200);
    expect((await ben.post('/activation/pin', { pin: PIN })).body).toMatchObject({ code: 'PHONE_TAKEN' });
    expect((await ada.desk.get('/activation', { token: ben.token })).body).toMatchObject({ step: 'phone' });
    ada.desk.world.state.person = { ...ada.desk.world.state.person, phone: NEWER };
    await ben.post('/activation/phone', { packet: '{"response":"x"}' });
    await ben.post('/activation/phone/code', CODE);
    expect((await ben.post('/activation/pin', { pin: PIN })).body).toMatchObject({ status: 'done' });
    expect((await ben.read()).body).toMatchObject({ current: { phone: '139****7777' } });
  });

  test('the same person has it in both channels, and it is free when both have let it go', async () => {
    const ada = await inWeChat();
    const alipay = await signedIn(ada.desk, { channel: 'alipay' });
    await activated(ada.desk, alipay, { steps: ALIPAY_STEPS });
    expect((await ada.move('13900005080')).status).toBe(200);
    await ada.move();
    const ben = await another(ada.desk);
    ada.desk.world.state.person = { ...ada.desk.world.state.person, phone: '13900005080' };
    await activated(ada.desk, ben.token, { steps: STEPS_OF_BEN, until: 'phone' });
    await ben.post('/activation/phone', { packet: '{"response":"x"}' });
    expect((await ben.post('/activation/phone/code', CODE)).body).toMatchObject({ code: 'PHONE_TAKEN' });
    await ada.post('/session/step-up', { action: 'close-account', pin: PIN });
    await ada.post('/account/close');
    ada.desk.wait(60_000);
    await ben.post('/activation/phone', { packet: '{"response":"x"}' });
    expect((await ben.post('/activation/phone/code', CODE)).body).toMatchObject({ step: 'pin' });
  });

  test('of two persons who prove the same number at the same time, one gets it', async () => {
    const { ada, ben } = await withBen();
    const desk = ada.desk;
    const bensWeChat = citizen(desk, await signedIn(desk, { who: 'ben' }));
    const WEAPP = { agreement: 0 } as const;
    void WEAPP;
    void ben;
    void bensWeChat;
    await ada.send(NEWER);
    await ada.prove();
    await ada.confirmed();
    const answers = await Promise.all([ada.change(), ada.change()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
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
    expect(answers.map(({ body }) => body)).toEqual(Array(3).fill(answers[0]?.body));
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
