import { type confirmIdentity as endpoint, type Output } from '@yibao/shared';
import type { Call } from '../http/call';
import type { WeChat } from '../upstream/ports';
import { advanced } from './activation';
import { requireOwnAge } from './own-age';
import { type StepNeeds, takeStep } from './take-step';

export interface Needs extends StepNeeds {
  readonly wechat: Pick<WeChat, 'checkRealName'>;
}

/** The platform says whether name and ID number are those of the pay account (ACT-4); what the phone says is only what is asked about. */
export const confirmIdentity = ({ caller, input }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> =>
  takeStep('identity', {
    caller,
    async act(progress) {
      const { name, idNumber, code } = input;
      requireOwnAge(idNumber, needs.now());
      await needs.wechat.checkRealName({ name, idNumber }, { openId: caller.openId, code });
      return advanced(progress, needs.now(), { name, idNumber });
    },
  }, needs);
