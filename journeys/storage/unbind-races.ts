import type { Table } from '@yibao/functions/src/aws/table';
import { askUnbind, confirmUnbind, ownBinding } from '@yibao/functions/src/testing/bindings';
import type { Desk } from '@yibao/functions/src/testing/desk';
import { hospitalToken } from '@yibao/functions/src/testing/hospital';
import { memoryTable } from '@yibao/functions/src/testing/memory-table';
import { activated, openCity, scan, seedOf, shownBy, signedIn, WEAPP_STEPS } from '@yibao/functions/src/testing/story';
import { idNumberOf } from '../../simulator/src/persons/id-number';

const MINUTE = 60_000;
/** Races at once; between two lots, ten minutes pass, so that no limit of bad codes is reached. */
const LOT = 20;

export interface Figures {
  readonly races: number;
  /** Codes that were accepted before the unbinding was confirmed, and scans that were refused meanwhile. */
  readonly acceptedBefore: number;
  readonly refusedMeanwhile: number;
  /** Scans that began after the confirmation: how many were refused as not valid, and how many were accepted, of which there may be none. */
  readonly refusedAfter: number;
  readonly acceptedAfter: number;
}

const NOT_VALID = 500160;

/** A person of their own for each race: a thousand are born on each day. */
const idNumberFor = (nth: number) => idNumberOf(new Date(Date.UTC(1990, 0, 1 + Math.floor(nth / 1000))).toISOString().slice(0, 10), nth % 1000);

async function holder(desk: Desk, nth: number) {
  const token = await signedIn(desk, { who: `holder-${nth}`, device: nth.toString(16).padStart(32, '0') });
  const identity: (typeof WEAPP_STEPS)[string] = (at, by) => at.post('/activation/identity', { name: '张三', idNumber: idNumberFor(nth), code: 'c' }, { token: by });
  await activated(desk, token, { steps: { ...WEAPP_STEPS, identity } });
  const seed = await seedOf(desk, token);
  const own = await ownBinding(desk, token);
  await confirmUnbind(desk, token);
  return { nth, token, seed, own };
}

type Holder = Awaited<ReturnType<typeof holder>>;

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Three scans around an unbinding and two after it was confirmed, of codes that were all shown before. */
async function race(desk: Desk, { nth, token, seed, own }: Holder): Promise<Omit<Figures, 'races'>> {
  const codes = [0, 1, 2, 3].map((sequence) => shownBy(seed, desk.clock.at, sequence));
  const ahead = shownBy(seed, new Date(desk.clock.at.getTime() + MINUTE));
  let isConfirmed = false;
  const scanned = async (code: string, waitMs: number) => {
    await soon(waitMs);
    const isAfter = isConfirmed;
    return { isAfter, answer: (await scan(desk, code, { operatorId: `op${nth}` })).body.code };
  };
  const unbinding = askUnbind(desk, token, own).then(({ status }) => {
    if (status !== 200) throw new Error(`race ${nth}: the unbinding answered ${status}`);
    isConfirmed = true;
  });
  const around = await Promise.all(codes.slice(0, 3).map((code) => scanned(code, Math.random() * 12)));
  await unbinding;
  const all = [...around, ...(await Promise.all([codes[3]!, ahead].map((code) => scanned(code, 0))))];
  const counted = (isAfter: boolean, isMeant: (answer: unknown) => boolean) => all.filter((one) => one.isAfter === isAfter && isMeant(one.answer)).length;
  return {
    acceptedBefore: counted(false, (answer) => answer === 0),
    refusedMeanwhile: counted(false, (answer) => answer !== 0),
    refusedAfter: counted(true, (answer) => answer === NOT_VALID),
    acceptedAfter: counted(true, (answer) => answer !== NOT_VALID),
  };
}

export const added = (a: Figures, b: Omit<Figures, 'races'> & { readonly races?: number }): Figures => ({
  races: a.races + (b.races ?? 1),
  acceptedBefore: a.acceptedBefore + b.acceptedBefore,
  refusedMeanwhile: a.refusedMeanwhile + b.refusedMeanwhile,
  refusedAfter: a.refusedAfter + b.refusedAfter,
  acceptedAfter: a.acceptedAfter + b.acceptedAfter,
});

export const NONE: Figures = { races: 0, acceptedBefore: 0, refusedMeanwhile: 0, refusedAfter: 0, acceptedAfter: 0 };

const COMMON_ROWS = /^(INST|RG)#/;
/** Counted calls, and the hospital's tokens, which it gets where the races are. */
const NOT_MOVED = /^(RL|IT|IA)#/;
const MOST_ROWS = 100;

/** People activate in memory, twenty times as fast, and move to the database with all their rows for the race. */
function preparing(database: Table) {
  const memory = memoryTable();
  let current: Table = memory;
  const table: Table = {
    get: (key) => current.get(key),
    query: (query) => current.query(query),
    write: (puts) => current.write(puts),
    count: (key, ttl) => current.count(key, ttl),
  };
  const move = async (isMoved: (pk: string) => boolean) => {
    const rows = [...memory.rows.values()].filter(({ pk }) => isMoved(pk) && !NOT_MOVED.test(pk));
    for (let i = 0; i < rows.length; i += MOST_ROWS) await database.write(rows.slice(i, i + MOST_ROWS).map((row) => ({ row, was: 'absent' as const })));
    for (const [id, { pk }] of memory.rows) if (!COMMON_ROWS.test(pk)) memory.rows.delete(id);
    memory.written.length = 0;
  };
  return {
    table,
    moveCity: () => move((pk) => COMMON_ROWS.test(pk)),
    prepare: () => void (current = memory),
    movePeople: async () => {
      await move((pk) => !COMMON_ROWS.test(pk));
      current = database;
    },
  };
}

async function raceIn(database: Table, races: number): Promise<Figures> {
  const { table, moveCity, prepare, movePeople } = preparing(database);
  const desk = await openCity({ table });
  await moveCity();
  let sum = NONE;
  for (let done = 0; done < races; done += LOT) {
    prepare();
    const people = [];
    for (let nth = done; nth < Math.min(done + LOT, races); nth += 1) people.push(await holder(desk, nth));
    await movePeople();
    await hospitalToken(desk);
    sum = (await Promise.all(people.map((person) => race(desk, person)))).reduce(added, sum);
    desk.wait(10 * MINUTE);
  }
  return sum;
}

/** Races of one desk, which remembers all it was asked. */
const OF_A_DESK = 250;

/** Unbinds so many people while their codes are being scanned. `tell` hears how it stands after each table. */
export async function raceUnbindings(tableNamed: (name: string) => Promise<Table>, races: number, tell: (sum: Figures) => void = () => {}): Promise<Figures> {
  let sum = NONE;
  while (sum.races < races) {
    const table = await tableNamed(`unbindings-${sum.races}`);
    sum = added(sum, await raceIn(table, Math.min(OF_A_DESK, races - sum.races)));
    tell(sum);
  }
  return sum;
}
