import { channel } from '../platform/channel';
import { login } from '../platform/login';
import { random } from '../platform/random';
import { request } from '../platform/request';
import { deviceId } from '../state/device';
import { session as kept } from '../state/session';
import { caller, type CallService } from './caller';
import { sessions } from './sign-in';

const anonymous = caller({ request, session: { token: () => Promise.resolve(''), device: () => Promise.resolve(''), drop: () => Promise.resolve() } });

const session = sessions({ call: anonymous, channel: () => channel, login, device: () => deviceId(random), kept });

export const ask: CallService = caller({ request, session });
