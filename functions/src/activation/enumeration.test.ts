import { memoryTable } from '../testing/memory-table';
import { watchedTable } from '../testing/watched-table';
import { activated, ALIPAY_STEPS, openCity, signedIn, WEAPP_STEPS } from '../testing/story';

type Desk = Awaited<ReturnType<typeof openCity>>;

const ACTIVATED = { name: '张三', idNumber: '999999199003070012' };
const NOT_ACTIVATED = { name: '李四', idNumber: '999999198505150034' };
const NOT_INSURED = { name: '王五', idNumber: '999999197802030042' };

/** A city in which one person has a voucher through Alipay; whoever asks is on WeChat. */
async function city() {
  const { watching, operations } = watchedTable(memoryTable());
  const desk = await openCity({ table: watching });
  await activated(desk, await signedIn(desk, { channel: 'alipay' }), { steps: ALIPAY_STEPS });
  const token = await signedIn(desk, { who: 'asker' });
  return { desk, token, operations };
}

/** What one request answers, does in the table and asks outside. */
async function seen({ desk, operations }: Pick<Awaited<ReturnType<typeof city>>, 'desk' | 'operations'>, act: () => Promise<{ status: number; body: Record<string, unknown> }>) {
  const [from, calls] = [operations.length, desk.world.calls.length];
  const { status, body } = await act();
  const { requestId, holder, ...answer } = body;
  return { status, answer, operations: operations.slice(from), calls: desk.world.calls.slice(calls) };
}

const identity = (desk: Desk, token: string, person: typeof ACTIVATED) => desk.post('/activation/identity', { ...person, code: 'c' }, { token });

test('who is not that person on the platform learns the same of everybody, with the same work: activated, not activated, not insured', async () => {
  const all = [];
  for (const person of [ACTIVATED, NOT_ACTIVATED, NOT_INSURED]) {
    const asking = await city();
    await WEAPP_STEPS['agreement']!(asking.desk, asking.token);
    asking.desk.world.refuse('checkRealName', 'ID_MISMATCH');
    all.push(await seen(asking, () => identity(asking.desk, asking.token, person)));
  }
  expect(all[0]).toMatchObject({ status: 409, answer: { code: 'ID_MISMATCH' }, calls: ['checkRealName'] });
  expect(all[1]).toEqual(all[0]);
  expect(all[2]).toEqual(all[0]);
});

test('an ID number that was refused is in no row', async () => {
  const { desk, token } = await city();
  await WEAPP_STEPS['agreement']!(desk, token);
  desk.world.refuse('checkRealName', 'ID_MISMATCH');
  await identity(desk, token, NOT_ACTIVATED);
  expect((await desk.get('/activation', { token })).body).toMatchObject({ step: 'identity' });
  expect((await desk.get('/activation', { token })).body).not.toHaveProperty('holder');
});

test('until the face is seen, whether the person has a voucher changes neither answers nor work', async () => {
  const stories = [];
  for (const person of [ACTIVATED, NOT_ACTIVATED]) {
    const asking = await city();
    const { desk, token } = asking;
    const steps = [
      () => WEAPP_STEPS['agreement']!(desk, token),
      () => identity(desk, token, person),
      () => WEAPP_STEPS['authorisation']!(desk, token),
      () => desk.get('/activation', { token }),
      () => desk.post('/activation/region', { region: '370100' }, { token }),
      () => desk.post('/activation/pin', { pin: '507364' }, { token }),
    ];
    const story = [];
    for (const step of steps) story.push(await seen(asking, step));
    desk.world.refuse('faceResult', 'FACE_MISMATCH');
    story.push({ ...(await seen(asking, () => WEAPP_STEPS['face']!(desk, token))) });
    stories.push(story);
  }
  expect(stories[1]).toEqual(stories[0]);
  expect(stories[0]!.flatMap(({ operations }) => operations).filter((operation) => / ID /.test(operation))).toEqual([]);
  expect(JSON.stringify(stories)).not.toContain('"voucherExists":true');
});

test('only after the own face is it told that there is a voucher', async () => {
  const { desk, token } = await city();
  await WEAPP_STEPS['agreement']!(desk, token);
  await identity(desk, token, ACTIVATED);
  for (const step of ['authorisation', 'face', 'region']) await WEAPP_STEPS[step]!(desk, token);
  expect((await desk.get('/activation', { token })).body).toMatchObject({ step: 'pin', voucherExists: true });
});

test('an account without a voucher is told of its own only, whoever else has one', async () => {
  const { desk, token } = await city();
  for (const path of ['/voucher', '/voucher/uses']) expect((await desk.get(path, { token })).body).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
  expect((await desk.post('/session/step-up', { action: 'end-sessions', pin: '280915' }, { token })).body).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
  expect(((await desk.get('/sessions', { token })).body['sessions'] as unknown[]).length).toBe(1);
});
