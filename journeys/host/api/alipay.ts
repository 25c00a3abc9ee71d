import { isCallback, plainOf, type Callback, type Plain } from '../plain';
import { ApiFailure, type Bench } from './bench';
import { asynchronous, type Surface } from './convention';

const unscripted = (name: string) => () => {
  throw new ApiFailure(`no answer is scripted for ${name}`);
};

/** my.startAPVerify(options, callback): the older calling form beside success/complete. */
const withSecondArgument =
  (call: Callback): Callback =>
  (given, callback) => {
    const options = plainOf(given);
    if (!isCallback(callback)) return call(options);
    const then = (result: unknown) => callback(result);
    return call({ ...options, success: then, fail: then } satisfies Plain);
  };

/** APIs that Alipay alone has. Those that need a person fail until an answer is scripted. */
export const alipayApi = (bench: Bench): Surface => {
  const surface: Surface = {};
  for (const name of ['getAuthCode', 'getPhoneNumber', 'getOpenUserInfo', 'scan', 'chooseImage', 'openTicketDetail']) surface[name] = asynchronous(bench, name, unscripted(name));
  return {
    ...surface,
    startAPVerify: withSecondArgument(asynchronous(bench, 'startAPVerify', unscripted('startAPVerify'))),
    requestSubscribeMessage: asynchronous(bench, 'requestSubscribeMessage', () => ({ behavior: 'subscribe', show: true })),
  };
};
