import * as activation from './activation';
import * as account from './account';
import * as binding from './binding';
import * as consent from './consent';
import type { Endpoint } from './endpoint';
import * as feedback from './feedback';
import * as hotline from './hotline';
import * as institution from './institution';
import * as operator from './operator';
import * as phone from './phone';
import * as notice from './notice';
import * as region from './region';
import * as session from './session';
import * as voucher from './voucher';
import * as wallet from './wallet';

/** All that the service promises, by room. Routes, client, OpenAPI document and tests are made from this table. */
export const contract = { session, institution, operator, hotline, feedback, region, activation, voucher, binding, phone, consent, notice, account, wallet } satisfies Record<string, Record<string, Endpoint>>;

export type Room = keyof typeof contract;
