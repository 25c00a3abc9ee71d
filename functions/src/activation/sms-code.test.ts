import { activated, ALIPAY_STEPS, openCity, signedIn } from '../testing/story';

describe('the message with the code (ACT-2)', () => {
  const atPhone = async () => {
    const desk = await openCity();
    const token = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, token, { steps: ALIPAY_STEPS, until: 'phone' });
    return { desk, token, send: () => desk.post('/activation/phone', { packet: '{"response":"x"}' }, { token }), confirm: (code: string) => desk.post('/activation/phone/code', { code }, { token }) };
  };

  test('goes to the account’s own phone, masked in the answer', async () => {
    const { desk, send } = await atPhone();
    expect((await send()).body).toMatchObject({ activation: { phone: '139****5080' } });
    expect(desk.world.state.smsTo).toEqual(['13900005080']);
  });

  test('is sent once in a minute, also when asked for at the same time', async () => {
    const { desk, send } = await atPhone();
    await Promise.all([send(), send(), send()]);
    expect(desk.world.state.smsTo).toHaveLength(1);
    expect((await send()).body).toMatchObject({ code: 'SMS_TOO_SOON', details: { seconds: 60 } });
  });

  test('can be asked for again at once when it could not be sent', async () => {
    const { desk, send } = await atPhone();
    desk.world.refuse('sendCode', 'UPSTREAM_BUSY');
    expect((await send()).status).toBe(503);
    desk.world.allow();
    expect((await send()).status).toBe(200);
  });

  test('whose answer is lost counts all the same, if it comes', async () => {
    const { desk, token, send, confirm } = await atPhone();
    desk.world.refuse('sendCode', 'UPSTREAM_BUSY');
    expect((await send()).status).toBe(503);
    expect((await desk.get('/activation', { token })).body).toMatchObject({ step: 'phone', phone: '139****5080' });
    expect((await confirm('111111')).body).toMatchObject({ code: 'SMS_WRONG', details: { left: 4 } });
    expect((await confirm('246810')).body).toMatchObject({ step: 'pin' });
  });

  test('that the provider will not send leaves what was before: nothing, or the code of a message whose answer was lost', async () => {
    const { desk, token, send, confirm } = await atPhone();
    desk.world.refuse('sendCode', 'SMS_TOO_MANY');
    expect((await send()).body).toMatchObject({ code: 'SMS_TOO_MANY' });
    expect((await desk.get('/activation', { token })).body).not.toHaveProperty('phone');
    expect((await confirm('246810')).body).toMatchObject({ code: 'SMS_EXPIRED' });
    desk.world.refuse('sendCode', 'UPSTREAM_BUSY');
    await send();
    desk.world.refuse('sendCode', 'SMS_TOO_SOON');
    expect((await send()).body).toMatchObject({ code: 'SMS_TOO_SOON' });
    expect((await confirm('246810')).body).toMatchObject({ step: 'pin' });
  });

  test('allows five tries, then a new one is needed', async () => {
    const { desk, send, confirm } = await atPhone();
    await send();
    for (const left of [4, 3, 2, 1]) expect((await confirm('111111')).body).toMatchObject({ code: 'SMS_WRONG', details: { left } });
    expect((await confirm('111111')).body).toMatchObject({ code: 'SMS_EXPIRED' });
    expect((await confirm('246810')).body).toMatchObject({ code: 'SMS_EXPIRED' });
    desk.wait(60_000);
    await send();
    expect((await confirm('246810')).body).toMatchObject({ step: 'pin' });
  });

  test('expires after five minutes', async () => {
    const { desk, send, confirm } = await atPhone();
    await send();
    desk.wait(5 * 60_000);
    expect((await confirm('246810')).body).toMatchObject({ code: 'SMS_EXPIRED' });
  });
});
