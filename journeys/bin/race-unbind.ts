import { openDatabase } from '../storage/database';
import { raceUnbindings } from '../storage/unbind-races';

/** `npm run race:unbind [-- 10000]`: unbinds so many people in the local database while their codes are scanned, and prints what was accepted. */
const main = async ([asked = '10000']: string[]): Promise<void> => {
  const races = Number(asked);
  if (!Number.isInteger(races) || races < 1) throw new Error('say how many races, e.g. npm run race:unbind -- 10000');
  const database = await openDatabase();
  const began = Date.now();
  try {
    const since = () => `${Math.round((Date.now() - began) / 1000)} s`;
    const figures = await raceUnbindings((name) => database.tableNamed(name), races, (sum) => console.log(since(), JSON.stringify(sum)));
    process.exitCode = figures.acceptedAfter === 0 ? 0 : 1;
  } finally {
    await database.engine.stop();
  }
};

void main(process.argv.slice(2));
