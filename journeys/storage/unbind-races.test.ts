import { openDatabase } from './database';
import { raceUnbindings } from './unbind-races';

let database: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.engine.stop());

const RACES = 300;

test('of 300 unbindings during scans in the database, no code is accepted after its unbinding was confirmed (UNB-1)', async () => {
  const figures = await raceUnbindings((name) => database.quickTableNamed(name), RACES);
  expect(figures).toMatchObject({ races: RACES, acceptedAfter: 0 });
  expect(figures.refusedAfter).toBeGreaterThanOrEqual(2 * RACES);
  for (const count of [figures.acceptedBefore, figures.refusedMeanwhile]) expect(count).toBeGreaterThan(RACES / 10);
}, 300_000);
