import { another, BENS_ALIPAY, BENS_WECHAT, changer, CODE, inWeChat, NEWER } from '../testing/phone-story';
import { activated, ALIPAY_STEPS, PIN, signedIn } from '../testing/story';
import { trailFlaws } from '../testing/trail-flaws';

describe('one number, one person', () => {
  const withBen = async () => {
    const ada = await inWeChat();
    await ada.move();
    const ben = await another(ada.desk);
    await activated(ada.desk, ben.token, { steps: BENS_ALIPAY });
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
    await activated(ada.desk, ben.token, { steps: BENS_ALIPAY, until: 'phone' });
    await ben.post('/activation/phone', { packet: '{"response":"x"}' });
    expect((await ben.post('/activation/phone/code', { code: '111111' })).body).toMatchObject({ code: 'SMS_WRONG' });
    expect((await ben.post('/activation/phone/code', CODE)).body).toMatchObject({ code: 'PHONE_TAKEN' });
    expect((await ada.desk.get('/activation', { token: ben.token })).body).toMatchObject({ step: 'phone' });
  });

  test('who finds it taken at the last step of the activation goes back and takes another', async () => {
    const ada = await inWeChat();
    const ben = await another(ada.desk);
    await activated(ada.desk, ben.token, { steps: BENS_ALIPAY, until: 'pin' });
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
    await activated(ada.desk, ben.token, { steps: BENS_ALIPAY, until: 'phone' });
    await ben.post('/activation/phone', { packet: '{"response":"x"}' });
    expect((await ben.post('/activation/phone/code', CODE)).body).toMatchObject({ code: 'PHONE_TAKEN' });
    await ada.post('/session/step-up', { action: 'close-account', pin: PIN });
    await ada.post('/account/close');
    ada.desk.wait(60_000);
    await ben.post('/activation/phone', { packet: '{"response":"x"}' });
    expect((await ben.post('/activation/phone/code', CODE)).body).toMatchObject({ step: 'pin' });
  });

  test('of two persons who prove the same number at the same time, one gets it', async () => {
    const ada = await inWeChat();
    await another(ada.desk);
    const ben = changer(ada.desk, await signedIn(ada.desk, { who: 'ben' }));
    await activated(ada.desk, ben.token, { steps: BENS_WECHAT });
    for (const one of [ada, ben]) {
      await one.send(NEWER);
      await one.prove();
      await one.confirmed();
      ada.desk.wait(60_000);
    }
    const answers = await Promise.all([ada.change(), ben.change()]);
    expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([200, 'PHONE_TAKEN']);
    expect(trailFlaws(ada.desk)).toEqual([]);
  });
});
