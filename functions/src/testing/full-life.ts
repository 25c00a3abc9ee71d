import { keysFrom } from '../crypto/keys';
import { bindingsOf, unbound } from './bindings';
import { deskStory } from './bureau-desk';
import type { Desk } from './desk';
import { fromBureau } from './bureau-side';
import { HOSPITAL } from './hospital';
import { ADA } from './outside-world';
import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from './story';

/** With which everything is sealed. */
export const LIFE_KEYS = keysFrom('a root key that is only for tests, 32+');

const SETTLED = {
  transType: 'cn.nhsa.settle.notify',
  orgId: HOSPITAL.orgId,
  data: { outBizNo: 'VISIT1', medicalSettleState: 'SUCCESS', idNo: ADA.idNumber, setlTime: '2026-11-22 10:05:00', hospitalName: '济南市第一人民医院', totalFee: '20', ownAmt: '20' },
};

/** Somebody who has a row of every kind that a person can have, in two channels; others were unbound by the hotline and by the holder. */
export async function fullLife(given?: Desk) {
  const desk = given ?? (await openCity({ keys: LIFE_KEYS }));
  const weapp = await signedIn(desk);
  await activated(desk, weapp);
  const alipay = await signedIn(desk, { channel: 'alipay' });
  await activated(desk, alipay, { steps: ALIPAY_STEPS });
  await deskStory(desk, weapp);
  for (const token of [weapp, alipay]) await desk.post('/wallet/card', {}, { token });
  await desk.post('/region/opening', { region: '371700' }, { token: alipay });
  await desk.post('/notice/settlement', fromBureau(SETTLED, desk.clock.at));
  await desk.post('/phone/account', { packet: '{"response":"x"}' }, { token: alipay });
  for (const phone of ['13900008888', '13900007777']) {
    await desk.post('/phone/new', { phone }, { token: weapp });
    await desk.post('/phone/new/code', { code: '246810' }, { token: weapp });
    await desk.post('/session/step-up', { action: 'change-phone', pin: PIN }, { token: weapp });
    await desk.post('/phone', {}, { token: weapp });
    desk.wait(60_000);
  }
  await desk.post('/phone/new', { phone: '13900006666' }, { token: weapp });
  await scan(desk, shownBy(await seedOf(desk, weapp), desk.clock.at));
  await desk.post('/consent/withdraw', { purpose: 'face' }, { token: weapp });
  const fourth = await signedIn(desk, { who: 'ada-fourth', device: '4'.repeat(32) });
  await activated(desk, fourth);
  await unbound(desk, weapp, (await bindingsOf(desk, fourth)).find(({ current }) => current)!.id);
  await desk.follow();
  await desk.push();
  return { desk, weapp, alipay };
}

