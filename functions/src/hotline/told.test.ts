import { openBureau } from '../testing/bureau-desk';
import { twoChannels } from '../testing/bindings';
import { ADA } from '../testing/outside-world';

const CASE = 'T-0001';

/** Somebody called, one operator asked and another approved, while the clock goes on with every look at it. */
async function unboundByTwo() {
  const { desk } = await twoChannels();
  const { asker, approver } = await openBureau(desk);
  await desk.push();
  desk.world.state.told.length = 0;
  let at = desk.clock.at.getTime();
  Object.defineProperty(desk.clock, 'at', { get: () => new Date((at += 1)), set: (next: Date) => (at = next.getTime()) });
  await desk.post('/hotline/cases', { caseNumber: CASE, idNumber: ADA.idNumber, unbind: 'all', reason: 'lost-phone', checks: ['called-back', 'documents'] }, { token: asker });
  await desk.post('/hotline/case/approve', { caseNumber: CASE }, { token: approver });
  return desk;
}

const WHAT = '医保热线为您解绑了医保码';

test('what the hotline unbound is told by every platform and by text message to the number that was bound (UNB-4)', async () => {
  const desk = await unboundByTwo();
  await desk.push();
  expect(desk.world.state.told.map(({ way }) => way).sort()).toEqual(['alipay', 'sms', 'weapp']);
  expect(desk.world.state.told.find(({ way }) => way === 'sms')).toMatchObject({ to: ADA.phone, what: WHAT });
});

test('a number that gets it instead of a platform’s message gets it once', async () => {
  const desk = await unboundByTwo();
  desk.world.refuse('weappMessage', 'NOTICE_NOT_TAKEN');
  desk.world.refuse('alipayMessage', 'NOTICE_NOT_TAKEN');
  await desk.push();
  expect(desk.world.state.told.map(({ way, to }) => [way, to])).toEqual([['sms', ADA.phone]]);
});
