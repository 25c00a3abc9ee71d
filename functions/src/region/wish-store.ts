import { type Channel, DAY, type OwnWish, SECOND } from '@yibao/shared';
import { Conflict, type Put, type Row, type Table, untilUndisturbed } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import type { EventOf } from '../events';
import { type KeptWish, OpeningWish } from './wish';

type Opened = EventOf<'region.opened'>;
type Granted = EventOf<'wish.granted'>;
type Account = Pick<OpeningWish, 'region' | 'account'>;

export interface Wishes {
  of(region: string, account: string): Promise<KeptWish | undefined>;
  /** Keeps a wish with the platform's name of the account; one that was granted before is replaced. */
  keep(wish: OpeningWish & { readonly openId: string }): Promise<void>;
  /** Grants this wish unless it is granted; an event goes out with it. */
  grant(opened: Opened, account: string): Promise<void>;
  /** The same for all that wait for this region, page by page; what was granted before is passed over. */
  grantAll(opened: Opened): Promise<void>;
  /** The account's name at its platform, until it was told. */
  openIdOf(granted: Granted): Promise<string | undefined>;
  /** Notes by which way the account was told, and forgets its name. */
  told(granted: Granted, outcome: Channel | 'nobody'): Promise<void>;
  /** Every wish of an account that is still known. */
  readonly ofAccount: (account: string) => Promise<readonly OwnWish[]>;
  /** The rows that end every wish of an account, their places last; they disappear a day later. */
  ending(account: string, now: Date): Promise<readonly Put[]>;
}

const WISH = 'WISH#';
const keyOf = ({ region, account }: Account) => ({ pk: `RG#${region}`, sk: `${WISH}${account}` });
/** The account's own line to a wish, by which its closing finds it. */
const ownKey = ({ region, account }: Account) => ({ pk: `A#${account}`, sk: `${WISH}${region}` });

/** Who was not told in a year asks again. */
const WAITS_MS = 365 * DAY;
/** Long enough to answer "was I told?". */
const ANSWERS_MS = 30 * DAY;
const PAGE = 50;

const ttl = (from: string, ms: number) => Math.ceil((Date.parse(from) + ms) / SECOND);
const isEnded = (row: Row) => row['endedAt'] !== undefined;
const waits = (row: Row) => row['event'] === undefined && !isEnded(row);

function granting({ version, ...row }: Row, { region, name, at }: Opened): Put {
  const { account, channel } = OpeningWish.parse(row);
  const event: Granted = { type: 'wish.granted', region, name, at, account, channel };
  return { row: { ...row, event }, was: version };
}

/** Grants a page of wishes behind this key; gives the key of its last, if there may be more. */
const grantPage = (table: Table, opened: Opened, after: string | undefined) =>
  untilUndisturbed(async () => {
    const rows = await table.query({ pk: `RG#${opened.region}`, prefix: WISH, limit: PAGE, after });
    const puts = rows.filter(waits).map((row) => granting(row, opened));
    if (puts.length > 0) await table.write(puts);
    return rows.length < PAGE ? undefined : rows.at(-1)?.sk;
  });

/** An account's lines and the wishes behind them. */
function ownWishes(table: Table): Pick<Wishes, 'ofAccount' | 'ending'> {
  const linesOf = async (account: string) => (await table.query({ pk: `A#${account}`, prefix: WISH })).filter((line) => !isEnded(line));
  const wishOf = async (account: string, line: Row) => table.get(keyOf({ region: line.sk.slice(WISH.length), account }));
  return {
    async ofAccount(account) {
      const rows = await Promise.all((await linesOf(account)).map((line) => wishOf(account, line)));
      return rows.flatMap((row) => (row && !isEnded(row) ? [ownWishIn(row)] : []));
    },
    async ending(account, now) {
      const lines = await linesOf(account);
      const rows = await Promise.all(lines.map((line) => wishOf(account, line)));
      const end = { endedAt: now.toISOString(), ttl: ttl(now.toISOString(), DAY) };
      return [...rows, ...lines].flatMap((row) => (row && !isEnded(row) ? [{ row: { pk: row.pk, sk: row.sk, ...end }, was: row.version }] : []));
    },
  };
}

const ownWishIn = (row: Row): OwnWish => {
  const { region, channel, askedAt } = OpeningWish.parse(row);
  return { region, channel, askedAt, ...(typeof row['outcome'] === 'string' ? { told: row['outcome'] } : {}) };
};

/** Wishes by region, for its opening, and each account's lines to its own. */
export function wishesIn(table: Table, sealer: Sealer): Wishes {
  const sealedAt = (wish: Account) => ({ ...keyOf(wish), attribute: 'openId' });
  return {
    ...ownWishes(table),
    async of(region, account) {
      const row = await table.get(keyOf({ region, account }));
      return row && !isEnded(row) ? { ...OpeningWish.parse(row), waits: waits(row) } : undefined;
    },
    async keep({ openId, ...wish }) {
      const [before, line] = await Promise.all([table.get(keyOf(wish)), table.get(ownKey(wish))]);
      const end = { ttl: ttl(wish.askedAt, WAITS_MS) };
      if (before && waits(before)) throw new Conflict(before);
      await table.write([
        { row: { ...keyOf(wish), ...wish, openId: sealer.seal(openId, sealedAt(wish)), ...end }, was: before?.version ?? 'absent' },
        { row: { ...ownKey(wish), ...end }, was: line?.version ?? 'absent' },
      ]);
    },
    async grant(opened, account) {
      const row = await table.get(keyOf({ ...opened, account }));
      if (row && waits(row)) await table.write([granting(row, opened)]);
    },
    async grantAll(opened) {
      let after: string | undefined;
      do after = await grantPage(table, opened, after);
      while (after !== undefined);
    },
    async openIdOf(granted) {
      const openId = (await table.get(keyOf(granted)))?.['openId'];
      return typeof openId === 'string' ? sealer.open(openId, sealedAt(granted)) : undefined;
    },
    told: (granted, outcome) =>
      untilUndisturbed(async () => {
        const row = await table.get(keyOf(granted));
        if (row?.['openId'] === undefined) return;
        const { version, openId: _forgotten, ...rest } = row;
        await table.write([{ row: { ...rest, outcome, ttl: ttl(granted.at, ANSWERS_MS) }, was: version }]);
      }),
  };
}
