import { signIn as signInEndpoint } from '@yibao/shared';
import { route } from '../http/route';
import { signIn } from './sign-in';

export const sessionRoutes = [route(signInEndpoint, signIn)];
