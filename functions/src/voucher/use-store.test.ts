import { activated, openCity, PIN, signedIn } from '../testing/story';

test('the page shows the fifty newest uses, the copy of one’s own data has every one', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  const voucherId = (await desk.vouchers.ofPerson('999999199003070012'))!;
  for (let nth = 1; nth <= 60; nth += 1) {
    const at = new Date(desk.clock.at.getTime() - nth * 60_000).toISOString();
    await desk.uses.record({ type: 'voucher.redeemed', voucherId, at, channel: 'weapp', requestId: `r${nth}`, orgId: 'H37010000001', institution: '示范医院', businessType: '01301', code: '37#0000000000', nth });
  }
  expect((await desk.get('/voucher/uses', { token })).body['uses']).toHaveLength(50);
  await desk.post('/session/step-up', { action: 'export-data', pin: PIN }, { token });
  expect((await desk.get('/account/data', { token })).body['uses']).toHaveLength(60);
});
