import type { listSessions as endpoint, Output } from '@yibao/shared';
import type { Call } from '../http/call';
import { type OwnNeeds, viewsFor } from './own-sessions';

export const listSessions = async ({ caller }: Call<typeof endpoint>, needs: OwnNeeds): Promise<Output<typeof endpoint>> => ({ sessions: await viewsFor(caller, needs) });
