import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { openDatabase } from '../storage/database';
import { added, type Figures, NONE, raceUnbindings } from '../storage/unbind-races';

/** One racer: a process with a database of its own. Tells the sum so far whenever some of its races are run. */
async function race(races: number, tell: (sum: Figures) => void): Promise<void> {
  const database = await openDatabase();
  try {
    await raceUnbindings((name) => database.quickTableNamed(name), races, tell);
  } finally {
    await database.engine.stop();
  }
}

/** Runs a share of the races in a process of its own; `tell` hears its sums. */
const racer = (races: number, tell: (sum: Figures) => void) =>
  new Promise<void>((resolve, reject) => {
    const child = fork(__filename, [String(races), '--racer'], { execArgv: process.execArgv });
    child.on('message', (sum) => tell(sum as Figures));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a racer ended with ${code}`))));
  });

async function raceAll(races: number): Promise<Figures> {
  const began = Date.now();
  const racers = Math.min(2 * availableParallelism(), races);
  const sums: Figures[] = Array.from({ length: racers }, () => NONE);
  const total = () => sums.reduce(added, NONE);
  const told = (nth: number) => (sum: Figures) => {
    sums[nth] = sum;
    console.log(`${Math.round((Date.now() - began) / 1000)} s`, JSON.stringify(total()));
  };
  await Promise.all(sums.map((_, nth) => racer(Math.floor((races + nth) / racers), told(nth))));
  return total();
}

/** `npm run race:unbind [-- 10000]`: unbinds so many people in the local database while their codes are scanned, and prints what was accepted. */
const main = async ([asked = '10000', role]: string[]): Promise<void> => {
  const races = Number(asked);
  if (!Number.isInteger(races) || races < 1) throw new Error('say how many races, e.g. npm run race:unbind -- 10000');
  if (role === '--racer') return race(races, (sum) => void process.send?.(sum));
  const figures = await raceAll(races);
  process.exitCode = figures.races === races && figures.acceptedAfter === 0 ? 0 : 1;
};

void main(process.argv.slice(2));
