import type { Desk } from '@yibao/functions/src/testing/desk';
import { FACE_CONSENT, READING_AUTHORISATION, SERVICE_AGREEMENT } from '@yibao/shared';
import type { World } from './real-clients';

export const DEVICE = 'd'.repeat(32);

export interface Stage {
  readonly world: World;
  readonly desk: Desk;
  token: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a citizen does for one step, with codes that the phone gives anew each time. */
export type Step = (stage: Stage) => Promise<Answer>;

export const post = ({ desk, token }: Stage, path: string, body: unknown): Promise<Answer> => desk.post(path, body, token === '' ? {} : { token });

const signIn = (channel: 'weapp' | 'alipay'): Step => async (stage) => {
  const { code, authCode } = await stage.world.phone(`${channel}/login`, 'ok');
  const answer = await post(stage, '/session', { channel, code: code ?? authCode, device: DEVICE });
  stage.token = typeof answer.body['token'] === 'string' ? answer.body['token'] : '';
  return answer;
};

const face = (channel: 'weapp' | 'alipay'): Step => async (stage) => {
  const begun = await post(stage, '/activation/face', { consent: FACE_CONSENT.version });
  if (begun.status !== 200) return begun;
  const task = begun.body['face'] as Record<string, string>;
  await stage.world.phone(`${channel}/face`, 'ok', channel === 'weapp' ? { verifyId: task['verifyId'] } : { certifyId: task['certifyId'], url: task['url'] });
  return post(stage, '/activation/face/result', {});
};

const region: Step = (stage) => post(stage, '/activation/region', { region: '370100' });
const pin: Step = (stage) => post(stage, '/activation/pin', { pin: '280915' });

export const STEPS: Readonly<Record<'weapp' | 'alipay', readonly Step[]>> = {
  weapp: [
    signIn('weapp'),
    (stage) => post(stage, '/activation/agreement', { version: SERVICE_AGREEMENT.version }),
    async (stage) => {
      const { name, idNumber } = stage.world.person('ok');
      const { code } = await stage.world.phone('weapp/realname', 'ok');
      return post(stage, '/activation/identity', { name, idNumber, code });
    },
    (stage) => post(stage, '/activation/authorisation', { version: READING_AUTHORISATION.version }),
    face('weapp'),
    region,
    pin,
  ],
  alipay: [
    signIn('alipay'),
    async (stage) => {
      const { authCode } = await stage.world.phone('alipay/auth-user', 'ok');
      return post(stage, '/activation/agreement', { version: SERVICE_AGREEMENT.version, reading: READING_AUTHORISATION.version, code: authCode });
    },
    face('alipay'),
    region,
    async (stage) => {
      const { response } = await stage.world.phone('alipay/phone-number', 'ok');
      const sent = await post(stage, '/activation/phone', { packet: response });
      return sent.status === 200 ? post(stage, '/activation/phone/code', { code: '246810' }) : sent;
    },
    pin,
  ],
};
