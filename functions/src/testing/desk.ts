import { DEVICE_HEADER } from '@yibao/shared';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { refusedIn } from '../assertion/refused-store';
import { accountNeeds } from '../account-needs';
import { accountRoutes } from '../account/routes';
import { activationRoutes } from '../activation/routes';
import { activationsIn } from '../activation/store';
import { macWith } from '../audit/mac';
import { trailIn } from '../audit/trail';
import { waitsForRegion } from '../activation/waits-for-region';
import type { LogLine } from '../aws/logger';
import { bindingNeeds } from '../binding-needs';
import { bindingRoutes } from '../binding/routes';
import type { Table } from '../aws/table';
import { consentRoutes } from '../consent/routes';
import { addressDigestWith, blindIndexWith, idNumberIndexWith, keyedDigest, phoneDigestWith, phoneIndexWith, stampedDigestWith } from '../crypto/digest';
import { type Keys, keysFrom } from '../crypto/keys';
import type { PinHasher } from '../crypto/pin-hash';
import { sealerWith } from '../crypto/sealer';
import { limitsIn } from '../http/limits';
import { serve } from '../http/serve';
import { feedbackRoutes } from '../feedback/routes';
import { feedbackNeeds, hotlineNeeds, operatorDoor } from '../hotline-needs';
import { hotlineRoutes } from '../hotline/routes';
import { institutionRoutes } from '../institution/routes';
import { institutionsIn } from '../institution/store';
import { operatorRoutes } from '../operator/routes';
import { phoneArrivals } from '../phone/arriving';
import { phoneRoutes } from '../phone/routes';
import { changesIn } from '../phone/change-store';
import { phonesIn } from '../phone/store';
import { settlementNeeds, tellNeeds, textNeeds } from '../notice-needs';
import { noticeRoutes } from '../notice/routes';
import { phoneNeeds } from '../phone-needs';
import { pushFor } from '../pushes';
import { reactTo } from '../reactions';
import { regionRoutes } from '../region/routes';
import { regionsIn } from '../region/store';
import { wishesIn } from '../region/wish-store';
import { citizensBy } from '../session/citizens';
import { type Asking, endOthers } from '../session/own-sessions';
import { sessionRoutes } from '../session/routes';
import { sessionsIn } from '../session/store';
import { smsCountsIn } from '../sms/counts';
import { admissionsWith } from '../voucher/admit';
import { codesIn } from '../voucher/code-store';
import { ecTokenWith } from '../voucher/ec-token';
import { guessesIn } from '../voucher/guess-store';
import { holdersWith } from '../voucher/holders';
import { seedEndings } from '../voucher/seed-ending';
import { voucherRoutes } from '../voucher/routes';
import { addresseesIn } from '../voucher/addressees';
import { vouchersIn } from '../voucher/store';
import { usesIn } from '../voucher/use-store';
import { cardHolderNeeds, cardPushNeeds, walletNeeds } from '../wallet-needs';
import { walletRoutes } from '../wallet/routes';
import { eventsIn } from '../errand/events-in';
import { couriersOf } from './couriers';
import { streamOf } from './follow-stream';
import { memoryTable } from './memory-table';
import { bureauDoorAt } from '../upstream/bureau-door';
import { BUREAU, PLATFORM_TEMPLATES } from './bureau-side';
import { outsideWorld } from './outside-world';
import { newRecording, tellWatcher } from './recording';

/** Quick and transparent: hashing has its own test, and these tests set hundreds of PINs. */
const plainHasher: PinHasher = {
  hash: async (pin, voucherId) => keyedDigest(Buffer.from(voucherId), pin),
  matches: async (pin, voucherId, hash) => keyedDigest(Buffer.from(voucherId), pin) === hash,
  isOld: () => false,
};

export const TOKEN_ENDPOINT = 'https://ybm.example.cn/institution/token';
export const OPERATOR_ENDPOINT = 'https://ybm.example.cn/operator/token';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown> & { code?: string | number };
}

interface Headers {
  readonly token?: string | undefined;
  /** Where the call comes from. */
  readonly address?: string | undefined;
  /** What the phone calls itself. @default the device that signed in with this token */
  readonly device?: string | undefined;
}

const headersOf = ({ token, device }: Headers) => ({
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(device === undefined ? {} : { [DEVICE_HEADER]: device }),
});

const eventFor = (method: string, path: string, { body, address = '203.0.113.7', ...sent }: { body?: unknown } & Headers) =>
  ({
    version: '2.0',
    rawPath: path,
    headers: headersOf(sent),
    queryStringParameters: method === 'GET' ? (body ?? {}) : undefined,
    body: method === 'POST' ? (typeof body === 'string' ? body : JSON.stringify(body ?? {})) : undefined,
    isBase64Encoded: false,
    requestContext: { requestId: `req-${Math.random().toString(36).slice(2)}`, http: { method, path, sourceIp: address } },
  }) as unknown as APIGatewayProxyEventV2;

/** The whole service in memory, behind its doors: every room on one table, with a clock that tests set and an outside world that they script. */
export function openDesk(table: Table = memoryTable(), start = '2026-11-22T02:00:00.000Z', keys: Keys = keysFrom('a root key that is only for tests, 32+')) {
  const clock = { at: new Date(start) };
  const now = () => clock.at;
  const sealer = sealerWith(keys);
  const blindIndex = blindIndexWith(keys);
  const world = outsideWorld();
  const log: LogLine[] = [];
  const recording = newRecording({ log, table });
  recording.know(world.state.person);
  tellWatcher(recording);
  let serial = 0;
  const hex = () => (++serial).toString(16).padStart(32, '0');
  const base = { now, table, blindIndex, newToken: () => hex().padStart(43, 'T'), newVoucherId: hex, newOrderNo: hex, newReceipt: () => `JH${hex().slice(-8)}`, newSmsCode: () => '246810', newUnbindingNo: () => `JB${hex().slice(-8)}` };
  const newSeed = () => ({ handle: String(++serial).padStart(10, '0'), seed: hex().padStart(64, 'a').slice(-64) });
  const sessions = sessionsIn(table, sealer);
  const vouchers = vouchersIn(table, sealer, idNumberIndexWith(keys));
  const activations = activationsIn(table, sealer);
  const regions = regionsIn(table);
  const wishes = wishesIn(table, sealer);
  const institutions = institutionsIn(table, now);
  const refused = { institution: refusedIn(table, 'institution', now), operator: refusedIn(table, 'operator', now) };
  const codes = codesIn(table, sealer);
  const macs = { chain: macWith(keys, 'audit-chain'), uses: macWith(keys, 'use-record') };
  const uses = usesIn(table, macs.uses);
  const trail = trailIn(table, macs.chain);
  const phones = phonesIn(table, sealer, phoneIndexWith(keys));
  const shared = { ...base, ...world.ports, vouchers, activations, regions, wishes, codes, uses, trail, newSeed, pinHasher: plainHasher };
  const limits = limitsIn({ table, addressDigest: addressDigestWith(keys), now });
  const { operators, witness } = operatorDoor({ table, keys, now });
  const desk = { limits, witness, doors: { citizens: citizensBy(sessions, now), institutions, operators }, log: (line: LogLine) => void log.push(line), ready: async () => {} };
  const texting = { smsDigest: stampedDigestWith(keys, 'sms-code'), smsCounts: smsCountsIn(table, phoneDigestWith(keys)) };
  const ofAccounts = accountNeeds({ now, table, keys, sealer, idNumberIndex: idNumberIndexWith(keys) });
  const holders = holdersWith(shared);
  const otherSessions = { end: (asking: Asking) => endOthers(asking, { sessions, holders, now }) };
  const rooms = {
    institution: serve(institutionRoutes, { ...base, institutions, refused: refused.institution, tokenEndpoint: TOKEN_ENDPOINT, log: desk.log }, desk),
    operator: serve(operatorRoutes, { ...base, operators, refused: refused.operator, journal: witness, tokenEndpoint: OPERATOR_ENDPOINT, log: desk.log }, desk),
    hotline: serve(hotlineRoutes, hotlineNeeds({ ...base, keys, sealer, idNumberIndex: idNumberIndexWith(keys), phoneIndex: phoneIndexWith(keys) }), desk),
    feedback: serve(feedbackRoutes, { ...feedbackNeeds({ ...base, sealer }), newTicket: () => `JC20261122${String(++serial).padStart(8, '0')}` }, desk),
    session: serve(sessionRoutes, { ...shared, sessions, holders, seeds: seedEndings(shared), consents: ofAccounts.consented }, desk),
    region: serve(regionRoutes, shared, desk),
    activation: serve(activationRoutes, { ...shared, ...texting, consents: ofAccounts.consented, admissions: admissionsWith({ ...shared, phones: phoneArrivals({ phones, changes: changesIn(table, sealer), now }) }) }, desk),
    consent: serve(consentRoutes, ofAccounts, desk),
    account: serve(accountRoutes, ofAccounts, desk),
    binding: serve(bindingRoutes, bindingNeeds({ ...base, keys, sealer, idNumberIndex: idNumberIndexWith(keys), phoneIndex: phoneIndexWith(keys) }), desk),
    phone: serve(phoneRoutes, { ...shared, ...texting, ...phoneNeeds({ now, table, keys, sealer, idNumberIndex: idNumberIndexWith(keys) }) }, desk),
    notice: serve(noticeRoutes, { ...settlementNeeds({ table, sealer, idNumberIndex: idNumberIndexWith(keys) }), templates: PLATFORM_TEMPLATES, envelope: bureauDoorAt(BUREAU, now) }, desk),
    wallet: serve(walletRoutes, walletNeeds({ ...base, sealer, idNumberIndex: idNumberIndexWith(keys) }, world.wallets.sides), desk),
    voucher: serve(voucherRoutes, { ...shared, otherSessions, guesses: guessesIn(table), ecToken: ecTokenWith(keys), activations: { waitsForRegion: waitsForRegion({ activations, now }) } }, desk),
  };
  const roomOf = (path: string) => ({ ec: 'voucher', regions: 'region', sessions: 'session', consents: 'consent', bindings: 'binding' } as const)[path.split('/')[1]!] ?? (path.split('/')[1] as keyof typeof rooms);
  const devices = new Map<string, string>();
  const ask = async (method: 'GET' | 'POST', path: string, asked: { body?: unknown } & Headers): Promise<Answer> => {
    const answer = (await rooms[roomOf(path)](eventFor(method, path, { device: devices.get(asked.token ?? ''), ...asked }), {} as never));
    const answered = JSON.parse(String(answer.body)) as Answer['body'];
    if (path === '/session' && answer.statusCode === 200) devices.set(String(answered['token']), (asked.body as { device: string }).device);
    recording.exchange({ method, path, asked: asked.body, token: asked.token, accepted: answer.statusCode === 200, answered: { ...answered, headers: answer.headers } });
    return { status: Number(answer.statusCode), body: answered };
  };
  const events = eventsIn(table);
  const ofCards = { table, sealer, idNumberIndex: idNumberIndexWith(keys), now };
  const telling = { ...tellNeeds(ofCards, { messages: world.ports.messages.weapp }), ...textNeeds({ ...ofCards, phoneIndex: phoneIndexWith(keys), phoneDigest: phoneDigestWith(keys) }, world.ports) };
  const couriers = couriersOf({ ...telling, ...cardPushNeeds(ofCards, world.wallets.sides), messages: world.ports.messages, wishes, events, onLeft: (errand) => recording.add({ outlet: 'queue', where: errand.way, content: errand }) });
  const pushes = streamOf(table, pushFor({ ...cardHolderNeeds(ofCards), addressees: addresseesIn(table, sealer), events, post: couriers.post }));
  return {
    clock, world, log, table, regions, wishes, institutions, operators, refused, uses, codes, vouchers, trail, macs, recording,
    /** Lets reactions follow what was written since. */
    follow: streamOf(table, reactTo({ uses, wishes })),
    /** Lets the pushes follow, too: what the holder is told. */
    async push() {
      await pushes();
      await couriers.turn();
    },
    wait: (ms: number) => void (clock.at = new Date(clock.at.getTime() + ms)),
    get: (path: string, { query, ...headers }: { query?: unknown } & Headers = {}) => ask('GET', path, { body: query, ...headers }),
    post: (path: string, body: unknown, headers: Headers = {}) => ask('POST', path, { body, ...headers }),
  };
}

export type Desk = ReturnType<typeof openDesk>;
