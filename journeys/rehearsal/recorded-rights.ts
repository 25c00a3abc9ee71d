import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackOptions } from '@yibao/simulator/src/stack/stack';
import type { Decision } from './checkpoint';
import type { Asked } from './decision';
import { Rehearsal } from './rehearsal';
import { type Right, rightsOf, uses } from './rights';
import { statementsOf } from './roles';
import { ofType, roomOf, synthesisedIn } from './template';
import { resolverOf, siteOf } from './values';

/** Names the folder of a synthesised template, in which the stories then run, and where their calls are noted. */
export const REHEARSED = 'YIBAO_REHEARSED';
const STACK = 'yibao-jinan';
const NOTE = /^calls-.*\.json$/;

/** A call of a function, and whether its role allowed it. */
interface Call {
  readonly runner: string;
  readonly asked: Asked;
  readonly allowed: boolean;
}

function noteIn(folder: string, decisions: readonly Decision[]): void {
  const calls = new Set(decisions.map(({ runner, asked, by }) => JSON.stringify({ runner, asked, allowed: by !== undefined })));
  writeFileSync(join(folder, `calls-${randomUUID()}.json`), `[${[...calls].join(',\n')}]`);
}

/** The template as the stack’s deployment where the environment asks for it. */
export function rehearsedIfAsked(env: NodeJS.ProcessEnv = process.env): StackOptions {
  const folder = env[REHEARSED];
  return folder === undefined ? {} : { deployment: new Rehearsal(synthesisedIn(folder, STACK), (decisions) => noteIn(folder, decisions)) };
}

const callsIn = (folder: string): Call[] =>
  readdirSync(folder).filter((name) => NOTE.test(name)).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Call[]);

/** Rights that AWS itself uses in the name of the function: logs, queues, the key of the table. */
const USED_BY_AWS = /^(logs:|sqs:(Change|GetQueue)|kms:(DescribeKey|Encrypt|ReEncrypt))/;

const lineOf = ({ runner, action, keys }: Right) => `${runner} ${action}${keys === undefined ? '' : ` ${keys}`}`;

export interface RightsReport {
  readonly total: number;
  readonly unused: readonly string[];
  readonly refused: readonly string[];
}

/** Which rights of the template no noted call has used, and which calls were refused. */
export function reportOn(folder: string): RightsReport {
  const { template } = synthesisedIn(folder, STACK);
  const resolve = resolverOf({ template, site: siteOf(template, 'http://127.0.0.1') });
  const calls = callsIn(folder);
  const rights = ofType(template, 'AWS::Lambda::Function').flatMap(([id]) => rightsOf(roomOf(template, id), statementsOf(template, id, resolve))).filter(({ action }) => !USED_BY_AWS.test(action));
  const unused = rights.filter((right) => !calls.some((call) => call.allowed && uses(call, right)));
  const refused = calls.filter(({ allowed }) => !allowed).map(({ runner, asked }) => `${runner} ${asked.action}`);
  return { total: new Set(rights.map(lineOf)).size, unused: [...new Set(unused.map(lineOf))], refused: [...new Set(refused)] };
}
