import { askToken, claimsAt, signed } from '@yibao/functions/src/testing/hospital';
import { openCity } from '@yibao/functions/src/testing/story';
import { openDatabase } from './database';

let database: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.engine.stop());

test('an institution’s assertion, sent ten times at once to the database, gives one token', async () => {
  const desk = await openCity({ table: (await database.tableNamed('assertions')).table });
  for (let round = 0; round < 5; round += 1) {
    const assertion = await signed(claimsAt(desk.clock.at));
    const answers = await Promise.all(Array.from({ length: 10 }, () => askToken(desk, assertion)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 401)]);
  }
});
