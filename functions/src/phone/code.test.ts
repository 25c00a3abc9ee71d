import { chinaDay } from '@yibao/shared';
import { changer, inWeChat, NEW, NEWER } from '../testing/phone-story';
import { activated, signedIn } from '../testing/story';

describe('the code to the new number', () => {
  test('is sent once a minute, also when asked for at the same time', async () => {
    const ada = await inWeChat();
    await Promise.all([ada.send(), ada.send(), ada.send()]);
    expect(ada.desk.world.state.smsTo).toEqual([NEW]);
    expect((await ada.send(NEWER)).body).toMatchObject({ code: 'SMS_TOO_SOON', details: { seconds: 60 } });
  });

  test('is sent again to the same number without naming it', async () => {
    const ada = await inWeChat();
    await ada.send();
    ada.desk.wait(60_000);
    expect((await ada.post('/phone/new')).body).toMatchObject({ next: { phone: '139****8888', resendAt: '2026-11-22T02:02:00.000Z' } });
    expect(ada.desk.world.state.smsTo).toEqual([NEW, NEW]);
  });

  test('to a next number needs no pause after a change that was made', async () => {
    const ada = await inWeChat();
    await ada.send();
    await ada.prove();
    await ada.confirmed();
    expect((await ada.change()).status).toBe(200);
    expect((await ada.send(NEWER)).status).toBe(200);
  });

  test('can be asked for again at once where it could not be sent', async () => {
    const ada = await inWeChat();
    ada.desk.world.refuse('sendCode', 'UPSTREAM_BUSY');
    expect((await ada.send()).status).toBe(503);
    ada.desk.world.allow();
    expect((await ada.send()).status).toBe(200);
  });

  test('whose message’s answer is lost counts all the same, if it comes', async () => {
    const ada = await inWeChat();
    ada.desk.world.refuse('sendCode', 'UPSTREAM_BUSY');
    expect((await ada.send()).status).toBe(503);
    expect((await ada.read()).body).toMatchObject({ next: { phone: '139****8888', proven: false, resendAt: '1970-01-01T00:01:00.000Z' } });
    expect((await ada.prove()).body).toMatchObject({ next: { proven: true } });
  });

  test('that the provider will not send leaves the code before', async () => {
    const ada = await inWeChat();
    await ada.send();
    ada.desk.wait(60_000);
    ada.desk.world.refuse('sendCode', 'SMS_TOO_MANY');
    expect((await ada.send(NEWER)).body).toMatchObject({ code: 'SMS_TOO_MANY' });
    expect((await ada.prove()).body).toMatchObject({ next: { phone: '139****8888', proven: true } });
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
      expect((await changer(ada.desk, await signedIn(ada.desk, { who: 'ben' })).send()).status).toBe(200);
      ada.desk.wait(11 * 60_000);
    }
    expect((await changer(ada.desk, await signedIn(ada.desk, { who: 'ben' })).send()).body).toMatchObject({ code: 'SMS_TOO_MANY' });
  });
});
