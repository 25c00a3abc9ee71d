import Taro from '@tarojs/taro';
import { CHANNEL_NAMES, Refusal, type RefusalCode } from '@yibao/shared';
import { channel } from './channel';

/** What is said of a failure: by WeChat in `errMsg` and `errno` (or `errCode`), by Alipay in `error` and `errorMessage`. */
export interface Failure {
  readonly errMsg?: string;
  readonly errno?: number;
  readonly errCode?: number;
  readonly error?: number | string;
  readonly errorMessage?: string;
}

/** A refusal whose sentence names the platform. */
export const refusedBy = (code: RefusalCode) => new Refusal(code, { platform: CHANNEL_NAMES[channel] });

const failureIn = (reason: unknown): Failure => (typeof reason === 'object' && reason !== null ? reason : {});

const NOT_AGREED = 104;
const NOT_DECLARED = 112;

/** WeChat: the person has not agreed to the privacy agreement, or it does not mention what the call is for. */
export function privacyRefusal(reason: unknown): RefusalCode | undefined {
  const { errno, errMsg = '' } = failureIn(reason);
  if (errno === NOT_DECLARED || errMsg.includes('not declared in the privacy agreement')) return 'ABILITY_UNDECLARED';
  return errno === NOT_AGREED || errMsg.includes('privacy permission is not authorized') ? 'PRIVACY_REQUIRED' : undefined;
}

/** `fail cancel` on WeChat; 11 on Alipay. */
export function isCancelled(reason: unknown): boolean {
  const { errMsg = '', error } = failureIn(reason);
  return /\bcancel/i.test(errMsg) || Number(error) === 11;
}

const DISCONNECTED = ['none', 'NOTREACHABLE'];

const isDisconnected = () =>
  Taro.getNetworkType().then(
    ({ networkType }) => DISCONNECTED.includes(networkType),
    () => false,
  );

const TIMED_OUT = 13;

function isLate(reason: unknown): boolean {
  const { errMsg = '', error } = failureIn(reason);
  return /timeout/i.test(errMsg) || Number(error) === TIMED_OUT;
}

/** Why a call of the platform did not succeed, as something that a person can be told. */
export async function platformRefusal(reason: unknown): Promise<Refusal> {
  const privacy = privacyRefusal(reason);
  if (privacy) return refusedBy(privacy);
  if (await isDisconnected()) return new Refusal('OFFLINE');
  return isLate(reason) ? new Refusal('TIMEOUT') : refusedBy('PLATFORM_FAILED');
}
