import { ASKINGS, type Asking, type City, cityWith } from '../src/testing/askings';
import { compared } from '../src/testing/kolmogorov-smirnov';
import { memoryTable } from '../src/testing/memory-table';

/**
 * `npm run bench:enumeration`: whether the time of an answer tells what is there. Each question is asked about everything it can name, in turn, in one
 * run; the medians are compared, and all times by the test of Kolmogorov and Smirnov. The table and the outside world are in memory, so that what is measured is the service's own work.
 */
const ROUNDS = Number(process.argv[2] ?? 300);
const WARM_UP = 20;
/** How far a median may be from the first one's. */
const TOLERANCE = 0.1;
/** Kolmogorov and Smirnov: below it the samples are told apart by whoever sees the service’s own work alone. Printed, not demanded: see docs/security/enumeration.md. */
const LEAST_P = 0.01;
const BETWEEN_MS = 60_000;

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

async function timeOf(prepare: Asking['about'][string], city: City): Promise<number> {
  const act = await prepare(city);
  const started = performance.now();
  await act();
  const took = performance.now() - started;
  city.desk.world.allow();
  city.desk.wait(BETWEEN_MS);
  return took;
}

/** Another order in each round, so that none always follows the same other. */
const shuffled = <T>(all: readonly T[]) => all.map((one) => [Math.random(), one] as const).sort(([a], [b]) => a - b).map(([, one]) => one);

async function measured({ about }: Asking): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>(Object.keys(about).map((name) => [name, []]));
  let city = await cityWith({ table: memoryTable() });
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    if (round % 50 === 0) city = await cityWith({ table: memoryTable() });
    for (const [name, prepare] of shuffled(Object.entries(about))) {
      const took = await timeOf(prepare, city);
      if (round >= 0) times.get(name)!.push(took);
    }
  }
  return times;
}

async function told(asking: Asking): Promise<boolean> {
  const samples = [...(await measured(asking))];
  const [, reference] = samples[0]!;
  const first = median(reference);
  const lines = samples.map(([name, times]) => ({ name, time: median(times), ...compared(reference, times) }));
  const isWithin = lines.every(({ time }) => Math.abs(time / first - 1) <= TOLERANCE);
  console.log(`${isWithin ? '✓' : '✗'} ${asking.what}`);
  for (const { name, time, distance, p } of lines) {
    console.log(`    ${name.padEnd(26)} ${time.toFixed(3).padStart(7)} ms   ${(time / first).toFixed(3)} ×   D ${distance.toFixed(3)}   p ${p.toFixed(3)}${p > LEAST_P ? '' : '  (told apart)'}`);
  }
  return isWithin;
}

async function run(): Promise<void> {
  console.log(`Node ${process.versions.node}, medians of ${ROUNDS} rounds in changing order, tolerance ${TOLERANCE * 100} %\n`);
  let isAllWithin = true;
  for (const asking of ASKINGS) isAllWithin = (await told(asking)) && isAllWithin;
  process.exitCode = isAllWithin ? 0 : 1;
}

void run();
