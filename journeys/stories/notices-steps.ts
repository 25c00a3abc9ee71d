import { randomBytes } from 'node:crypto';
import type { Citizen } from '../citizen/citizen';
import { newestSmsCode, type Person } from '../citizen/person';
import { PIN, type Stage } from './stage';

const sent = async (url: string, body: unknown): Promise<Readonly<Record<string, unknown>>> => {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}`);
  return (await answer.json()) as Readonly<Record<string, unknown>>;
};

/** What people and counters do in the stories of notices. */
export const stepsOn = (stage: Stage) => {
  /** The platform repeats what it tells until it is sure. */
  const notifies = async (message: unknown): Promise<void> => {
    for (let i = 0; i < 3; i += 1) await sent(`${stage.stack.api}/notice/settlement`, message);
  };

  return {
    /** Activates on a platform, and answers the offer of messages. */
    async activates(target: 'weapp' | 'alipay', person: Person, answer: 'notice-allowed' | 'notice-refused' = 'notice-allowed'): Promise<Citizen> {
      const citizen = await stage.phone({ target, person });
      await citizen.activate({ pin: PIN });
      await citizen.hands.waitForAny(['allow-notices']);
      await citizen.hands.tap('allow-notices');
      await citizen.hands.waitForAny([answer]);
      return citizen;
    },

    /** The code of this phone is scanned; gives the number under which the counter settles it. */
    async visits(citizen: Citizen): Promise<string> {
      const scan = randomBytes(16).toString('hex');
      await citizen.showCode(PIN);
      const reply = await stage.scan(await citizen.readCode(), scan);
      if (reply.outcome !== 'accepted') throw new Error(`the code was ${reply.outcome}`);
      return `${stage.stack.institution.orgId}${scan}`;
    },

    /** The bureau's platform tells of a settlement, three times; gives its number. */
    async settles(person: Person, outBizNo: string): Promise<string> {
      const { place, message } = await sent(`${stage.stack.outside}/settlements`, { person: person.id, outBizNo });
      await notifies(message);
      return (place as { settlementId: string }).settlementId;
    },

    async refunds(settlementId: string): Promise<void> {
      await notifies((await sent(`${stage.stack.outside}/settlements/refund`, { settlementId }))['message']);
    },

    /** The code that was just sent to a phone number is typed. */
    async typesSmsCode(citizen: Citizen): Promise<void> {
      await citizen.hands.waitForAny(['sms-code']);
      await citizen.hands.type('sms-code', await newestSmsCode(stage.stack.outside, citizen.person));
      await citizen.hands.tap('confirm-sms');
    },
  };
};
