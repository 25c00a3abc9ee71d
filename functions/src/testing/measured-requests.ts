import { hospitalToken } from './hospital';
import { type Meter, meteredTable } from './metered-table';
import { activated, openCity, scan, seedOf, shownBy, signedIn } from './story';

/** What people and counters do often, and what it costs the table. */
export type Measured = Readonly<Record<'activation' | 'signIn' | 'seed' | 'contact' | 'uses' | 'scan' | 'reaction' | 'institutionToken', Meter & { readonly requests: number }>>;

/** Measured on the whole service, so that a room that begins to read or write more is seen. */
export async function measuredRequests(): Promise<Measured> {
  const { table, take } = meteredTable();
  const desk = await openCity({ table });
  const counted = async (requests: number, act: () => Promise<unknown>) => {
    take();
    await act();
    return { requests, ...take() };
  };
  const token = await signedIn(desk);
  const activation = await counted(7, () => activated(desk, token));
  let again = '';
  const signIn = await counted(1, async () => (again = await signedIn(desk)));
  let seed = { handle: '', province: '', seed: '' };
  const first = await counted(1, async () => (seed = await seedOf(desk, again)));
  desk.wait(60_000);
  const contact = await counted(1, () => desk.post('/voucher/seed', { handle: seed.handle }, { token: again }));
  let terminal = '';
  const institutionToken = await counted(1, async () => (terminal = await hospitalToken(desk)));
  const scanned = await counted(1, () => scan(desk, shownBy(seed, desk.clock.at), { token: terminal }));
  const reaction = await counted(0, () => desk.follow());
  const uses = await counted(1, () => desk.get('/voucher/uses', { query: { since: desk.clock.at.toISOString() }, token: again }));
  return { activation, signIn, seed: first, contact, uses, scan: scanned, reaction, institutionToken };
}
