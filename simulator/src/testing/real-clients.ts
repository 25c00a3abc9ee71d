import { randomBytes } from 'node:crypto';
import { alipayMessagesAt } from '@yibao/functions/src/upstream/alipay-message';
import { alipayAt } from '@yibao/functions/src/upstream/alipay';
import { alipayKeys } from '@yibao/functions/src/upstream/alipay-keys';
import { alipayPassesAt } from '@yibao/functions/src/upstream/alipay-pass';
import { bureauDoorAt } from '@yibao/functions/src/upstream/bureau-door';
import { bureauSettlementsAt } from '@yibao/functions/src/upstream/bureau-settlement';
import { bureauAt } from '@yibao/functions/src/upstream/bureau';
import { BureauConfig } from '@yibao/functions/src/upstream/bureau-message';
import type { UpstreamLine } from '@yibao/functions/src/upstream/ask';
import type { SharedToken } from '@yibao/functions/src/upstream/ports';
import { smsAt } from '@yibao/functions/src/upstream/sms';
import { SmsConfig } from '@yibao/functions/src/upstream/sms-config';
import { weChatMessagesAt } from '@yibao/functions/src/upstream/wechat-message';
import { weChatAt } from '@yibao/functions/src/upstream/wechat';
import { weChatCardsAt } from '@yibao/functions/src/upstream/wechat-card';
import { Refusal, later } from '@yibao/shared';
import { newOutsideKeys, platformSecretFor, startOutside } from '../outside';

/** Generated once: RSA keys take a while. */
export const keys = newOutsideKeys();

/** A token kept in this process. */
const keptToken = () => {
  let token: SharedToken | undefined;
  return {
    read: async () => token,
    write: async (fresh: SharedToken) => {
      token = fresh;
    },
  };
};

/** An outside world with a clock that can be moved, and the service's own clients before it. */
export async function outsideWithClients() {
  const clock = { now: new Date('2026-11-22T08:00:00.000Z') };
  const now = () => clock.now;
  const outside = await startOutside({ port: 0, now, keys });
  const secret = platformSecretFor(keys, outside.url);
  const tokens = keptToken();
  const lines: UpstreamLine[] = [];
  const needs = { fetch, now, log: (line: UpstreamLine) => lines.push(line), nonce: () => randomBytes(16).toString('hex'), patienceMs: 600 };
  return {
    outside,
    secret,
    needs,
    /** What the clients have written down of their calls. */
    lines,
    pass: (ms: number) => void (clock.now = later(clock.now, ms)),
    wechat: weChatAt(secret.wechat, { ...needs, tokens }),
    alipay: alipayAt(secret.alipay, needs),
    cards: weChatCardsAt(secret.wechat, { ...needs, tokens: keptToken(), tickets: keptToken() })!,
    passes: alipayPassesAt({ config: secret.alipay, keys: alipayKeys(secret.alipay), needs })!,
    messages: {
      weapp: weChatMessagesAt(secret.wechat, secret.messages.weapp, { ...needs, tokens }),
      alipay: alipayMessagesAt(secret.alipay, secret.messages.alipay, needs),
    },
    sms: smsAt(SmsConfig.parse(secret.sms), needs),
    aliyunSms: smsAt(SmsConfig.parse(platformSecretFor(keys, outside.url, 'aliyun').sms), needs),
    bureau: bureauAt(BureauConfig.parse(secret.bureau), needs),
    bills: bureauSettlementsAt(BureauConfig.parse(secret.bureau), needs),
    bureauDoor: bureauDoorAt(BureauConfig.parse(secret.bureau), now),
    /** What the phone of a person does. */
    async phone<A = Record<string, string>>(path: string, person: string, more: object = {}): Promise<A> {
      const response = await fetch(`${outside.url}/phone/${path}`, { method: 'POST', body: JSON.stringify({ person, ...more }) });
      return (await response.json()) as A;
    },
    person(id: string) {
      const found = outside.people.byId(id);
      if (!found) throw new Error(`nobody is called ${id}`);
      return found;
    },
  };
}

export type World = Awaited<ReturnType<typeof outsideWithClients>>;

export const orderNo = () => randomBytes(16).toString('hex');

/** The code with which a promise was refused; 'not refused' when it was not. */
export const refusalCode = (promise: Promise<unknown>) =>
  promise.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
