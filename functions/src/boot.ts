import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { chinaDay } from '@yibao/shared';
import { dynamoClient, dynamoTable } from './aws/dynamo-table';
import { throughGate } from './aws/gate';
import { defectOf, jsonLog, type Log } from './aws/logger';
import { delivering, postOver, queueClient } from './aws/queue';
import { secretAt } from './aws/secret';
import { tokenCacheIn } from './aws/token-cache';
import { CourierEnvironment, GateEnvironment, PastGateEnvironment, PlatformEnvironment, PlatformSecret, QueueEnvironment, RoomEnvironment } from './config';
import { type Courier, running } from './couriers';
import { engine } from './crypto/choose-engine';
import { addressDigestWith, blindIndexWith, idNumberIndexWith, insuredIndexWith, phoneDigestWith, phoneIndexWith, stampedDigestWith } from './crypto/digest';
import { sealerWith } from './crypto/sealer';
import { selfTest } from './crypto/self-test';
import { eventsIn } from './errand/events-in';
import { limitsIn } from './http/limits';
import { bureauInTable } from './insured/platform';
import { insuredIn } from './insured/store';
import { keyRowsIn } from './keys/key-rows';
import { keyringOf } from './keys/keyring';
import { providerAt } from './keys/provider-at';
import { citizensBy } from './session/citizens';
import { sessionsIn } from './session/store';
import { smsCountsIn } from './sms/counts';
import { alipayAt } from './upstream/alipay';
import { alipayKeys } from './upstream/alipay-keys';
import { alipayMessagesAt } from './upstream/alipay-message';
import { alipayPassesAt } from './upstream/alipay-pass';
import type { UpstreamLine } from './upstream/ask';
import { breakersWith } from './upstream/breaker';
import { bureauAt } from './upstream/bureau';
import type { BureauConfig } from './upstream/bureau-message';
import { gateTo } from './upstream/gate';
import { smsAt } from './upstream/sms';
import { weChatAt } from './upstream/wechat';
import { weChatCardsAt } from './upstream/wechat-card';
import { weChatMessagesAt } from './upstream/wechat-message';

const digits = (length: number) => String(randomInt(10 ** length)).padStart(length, '0');

const now = () => new Date();

/** Chance, made once here and handed on as needs. */
const chance = {
  newToken: () => randomBytes(32).toString('base64url'),
  newVoucherId: () => randomBytes(16).toString('hex'),
  newOrderNo: () => randomBytes(16).toString('hex'),
  newSeed: () => ({ handle: digits(10), seed: randomBytes(32).toString('hex') }),
  newSmsCode: () => digits(6),
  /** 办理编号: says nothing about the person. */
  newReceipt: (at: Date) => `JH${chinaDay(at).replace(/-/g, '')}${digits(8)}`,
  /** 反馈编号: says nothing about the person. */
  newTicket: (at: Date) => `JC${chinaDay(at).replace(/-/g, '')}${digits(8)}`,
  /** 解绑编号. */
  newUnbindingNo: (at: Date) => `JB${chinaDay(at).replace(/-/g, '')}${digits(8)}`,
};

/** A start without keys is tried again before each request, which is refused meanwhile. */
const tellKeysMissing = (error: unknown) => jsonLog({ level: 'error', event: 'keys not read', defect: defectOf(error) });

/** What every room has: its table, its keys, the clock, and the recognition of citizens. Rejects where the cryptography does not stand its self-test. */
export async function boot(env: NodeJS.ProcessEnv) {
  selfTest(engine);
  const { TABLE_NAME, KEY_PROVIDER } = RoomEnvironment.parse(env);
  const table = dynamoTable(dynamoClient(), TABLE_NAME, { random: () => randomInt(1_000_000) / 1_000_000, sleep: (ms) => sleep(ms) });
  const keys = keyringOf({ rows: keyRowsIn(table), provider: providerAt(KEY_PROVIDER), tableName: TABLE_NAME, now });
  await keys.refresh().catch(tellKeysMissing);
  const sealer = sealerWith(keys);
  const blindIndex = blindIndexWith(keys);
  const sessions = sessionsIn(table, sealer);
  const limits = limitsIn({ table, addressDigest: addressDigestWith(keys), now });
  const indexes = { blindIndex, idNumberIndex: idNumberIndexWith(keys), smsDigest: stampedDigestWith(keys, 'sms-code'), phoneIndex: phoneIndexWith(keys) };
  const phoneDigest = phoneDigestWith(keys);
  return { ...chance, ...indexes, phoneDigest, smsCounts: smsCountsIn(table, phoneDigest), now, keys, sealer, table, limits, sessions, citizens: citizensBy(sessions, now), log: jsonLog, ready: () => keys.refresh() };
}

const upstreamLog = (log: Log) => ({ upstream, call, outcome, detail }: UpstreamLine) => {
  if (outcome !== 'answered') log({ level: 'warn', event: `upstream ${call} ${outcome}`, upstream, code: detail });
};

/** WeChat and Alipay, for the rooms that speak to them. */
export async function bootPlatforms(env: NodeJS.ProcessEnv, { table, sealer, log }: Pick<Awaited<ReturnType<typeof boot>>, 'table' | 'sealer' | 'log'>) {
  const { PLATFORM_SECRET } = PlatformEnvironment.parse(env);
  const config = PlatformSecret.parse(await secretAt(PLATFORM_SECRET));
  const again = { random: () => randomInt(1_000_000) / 1_000_000, sleep: (ms: number) => sleep(ms) };
  const needs = { fetch, now, log: upstreamLog(log), nonce: chance.newOrderNo, breakers: breakersWith(now), again };
  const wechatNeeds = { ...needs, tokens: tokenCacheIn(table, sealer) };
  const wechat = weChatAt(config.wechat, wechatNeeds);
  const alipay = alipayAt(config.alipay, needs);
  return { wechat, alipay, platforms: { weapp: wechat, alipay }, config, needs, wechatNeeds };
}

/** 卡包 of both platforms, as far as the bureau has a card and a template. The card's account has a token of its own. */
export const bootWallets = ({ config, needs }: Outside, { table, sealer }: Pick<Awaited<ReturnType<typeof boot>>, 'table' | 'sealer'>) => ({
  weapp: weChatCardsAt(config.wechat, { ...needs, tokens: tokenCacheIn(table, sealer, 'wechat-card'), tickets: tokenCacheIn(table, sealer, 'wechat-card-ticket') }),
  alipay: alipayPassesAt({ config: config.alipay, keys: alipayKeys(config.alipay), needs }),
});

type Outside = Pick<Awaited<ReturnType<typeof bootPlatforms>>, 'config' | 'needs'>;

/** Messages to the holder by the platforms. */
export const bootMessages = ({ config, needs, wechatNeeds }: Outside & Pick<Awaited<ReturnType<typeof bootPlatforms>>, 'wechatNeeds'>) => ({
  weapp: weChatMessagesAt(config.wechat, config.messages.weapp, wechatNeeds),
  alipay: alipayMessagesAt(config.alipay, config.messages.alipay, needs),
});

export const bootSms = ({ config, needs }: Outside) => ({ sms: smsAt(config.sms, needs) });

/** Where errands are left. */
export function bootPost(env: NodeJS.ProcessEnv) {
  const { QUEUE_WEAPP, QUEUE_ALIPAY, QUEUE_SMS } = QueueEnvironment.parse(env);
  return postOver(queueClient(), { ...(QUEUE_WEAPP && { weapp: QUEUE_WEAPP }), ...(QUEUE_ALIPAY && { alipay: QUEUE_ALIPAY }), ...(QUEUE_SMS && { sms: QUEUE_SMS }) });
}

/** The handler of a courier. */
export function bootCourier(env: NodeJS.ProcessEnv, courier: Courier, { table, log, ready }: Pick<Awaited<ReturnType<typeof boot>>, 'table' | 'log' | 'ready'>) {
  const { REST_MS } = CourierEnvironment.parse(env);
  const deliver = delivering({ run: running(courier, eventsIn(table)), rest: () => sleep(REST_MS), log });
  return async (event: Parameters<typeof deliver>[0]) => {
    await ready();
    return deliver(event);
  };
}

/** The gate itself. */
export const bootGate = (env: NodeJS.ProcessEnv) => gateTo(GateEnvironment.parse(env).BUREAU_URL, fetch);

/** The platform of the bureau: by the gate where there is one, else at the address of the secret. */
function bureauOf(env: NodeJS.ProcessEnv, config: BureauConfig, needs: Outside['needs']) {
  const { BUREAU_GATE, AWS_REGION: region, AWS_ENDPOINT_URL, ...keys } = PastGateEnvironment.parse(env);
  if (BUREAU_GATE === undefined && config.url === undefined) throw new Error('the platform secret says no address of the bureau, and there is no gate');
  if (BUREAU_GATE === undefined) return bureauAt(config, needs);
  const endpoint = AWS_ENDPOINT_URL ?? `https://lambda.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  const credentials = { accessKeyId: keys.AWS_ACCESS_KEY_ID, secretAccessKey: keys.AWS_SECRET_ACCESS_KEY, sessionToken: keys.AWS_SESSION_TOKEN };
  return bureauAt(config, { ...needs, fetch: throughGate(BUREAU_GATE, { region, endpoint, credentials }, needs) as typeof fetch });
}

/**
 * Text messages and the bureau's platform, or the records imported in its place, for activation alone: its signatures (SM2) are a library
 * that the other bundles do without.
 */
export const bootRegister = (env: NodeJS.ProcessEnv, { config, needs }: Outside, { table, sealer, keys }: Pick<Awaited<ReturnType<typeof boot>>, 'table' | 'sealer' | 'keys'>) => ({
  ...bootSms({ config, needs }),
  bureau: 'source' in config.bureau ? bureauInTable(insuredIn(table, sealer, insuredIndexWith(keys))) : bureauOf(env, config.bureau, needs),
});
