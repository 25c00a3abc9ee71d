import { appendFileSync, readFileSync } from 'node:fs';
import { follow, type Follower, type Positions } from '@yibao/simulator/src/database/follow';
import type { BatchAnswer } from '@yibao/simulator/src/database/deliver';
import { streamOf } from '@yibao/simulator/src/database/shards';
import { startGateway } from '@yibao/simulator/src/gateway/gateway';
import type { Deployment, Ground } from '@yibao/simulator/src/stack/deployment';
import { type Decision, startCheckpoint } from './checkpoint';
import { allowing, type Asked, type Statement } from './decision';
import { keyService } from '@yibao/functions/src/testing/kms-service';
import { definitionsIn, type Definition, type Lambda, lambdaOf } from './lambda';
import { handingOver, type Mapping, mappingsIn, queueMappingsIn } from './mapping';
import { QUEUE_RIGHTS, Queues } from './queues';
import { restManner } from './rest-manner';
import { statementsOf } from './roles';
import { routesIn } from './routes';
import { createTableOf } from './table';
import { ofType, type Synthesised, type Template, theOne } from './template';
import { type Resolve, resolverOf, type Site, siteOf, tableIn } from './values';

/** API Gateway waits no longer. */
const GATEWAY_MS = 29_000;

/** What Lambda itself does with the stream, by the function’s role. */
const STREAM_RIGHTS = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];

type Roles = ReadonlyMap<string, readonly Statement[]>;

interface Started {
  readonly definition: Definition;
  readonly lambda: Lambda;
}

/** A synthesised template, executed on this computer: nothing of it is written down again. */
export class Rehearsal implements Deployment {
  readonly table: string;
  /** Every call that a function made to AWS, and what its role says of it. */
  readonly decisions: Decision[] = [];
  /** Numbers of the records that were given up. */
  readonly deadLetters: string[] = [];
  private readonly keys = keyService();
  private readonly started = new Map<string, Started>();
  private readonly followers = new Map<string, Follower>();
  private readonly positions = new Map<string, Positions>();
  private queues = new Queues([], () => undefined);
  private roles: Roles = new Map();
  private ground: Ground | undefined;

  constructor(
    private readonly synthesised: Synthesised,
    private readonly onEnd: (decisions: readonly Decision[]) => void = () => undefined,
  ) {
    this.table = tableIn(synthesised.template);
  }

  createTable = (endpoint: string): Promise<void> => createTableOf(this.synthesised.template, endpoint);

  serve = async (ground: Ground): Promise<{ api: string; reload(): Promise<void> }> => {
    this.ground = ground;
    const { template } = this.synthesised;
    this.roles = this.rolesIn(template);
    const definitions = definitionsIn(this.synthesised, this.resolve);
    ground.onClose(() => this.stop());
    this.queues = new Queues(queueMappingsIn(template, this.resolve), (id) => void this.deadLetters.push(id));
    await Promise.all(definitions.map((definition) => this.start(definition)));
    for (const mapping of this.mappings()) await this.follow(mapping);
    await this.carry();
    const manner = ofType(template, 'AWS::ApiGateway::RestApi').length > 0 ? { manner: restManner(template) } : {};
    const file = ground.folder.file('logs/api.log');
    const gateway = await startGateway({
      port: ground.port, timeoutMs: GATEWAY_MS, routes: routesIn(template), now: () => new Date(), ...manner,
      invoke: (runner, event, timeoutMs) => this.invoke(runner, event, timeoutMs),
      log: (line) => appendFileSync(file, `${line}\n`),
    });
    ground.onClose(() => gateway.stop());
    return { api: gateway.url, reload: () => this.deploy(template) };
  };

  /** Deploys the template again with other roles; the functions concerned start anew. */
  async deploy(template: Template): Promise<void> {
    const before = this.roles;
    this.roles = this.rolesIn(template);
    const changed = [...this.started.keys()].filter((runner) => JSON.stringify(before.get(runner)) !== JSON.stringify(this.roles.get(runner)));
    await Promise.all(changed.map((runner) => this.started.get(runner)!.lambda.stop()));
    for (const mapping of this.mappings()) if (changed.includes(mapping.runner)) await this.follow(mapping);
    await this.carry();
  }

  /** What a role refused. */
  get refused(): readonly string[] {
    return this.decisions.filter(({ by }) => by === undefined).map(({ runner, asked }) => `${runner}: ${asked.action} ${(asked.context['dynamodb:LeadingKeys'] ?? []).map((key) => key.split('#')[0]).join(' ')}`.trim());
  }

  private get site(): Site {
    return siteOf(this.synthesised.template, `http://127.0.0.1:${this.ground!.port}`);
  }

  private get resolve(): Resolve {
    return resolverOf({ template: this.synthesised.template, site: this.site });
  }

  private mappings = (): readonly Mapping[] => mappingsIn(this.synthesised.template, this.resolve);

  /** The statements of each function’s role. */
  private rolesIn(template: Template): Roles {
    return new Map(definitionsIn(this.synthesised, this.resolve).map(({ id, runner }) => [runner, statementsOf(template, id, this.resolve)]));
  }

  private things() {
    const [id] = theOne(this.synthesised.template, 'AWS::DynamoDB::GlobalTable');
    const attribute = (name: string) => String(this.resolve({ 'Fn::GetAtt': [id, name] }));
    return { tableArn: attribute('Arn'), streamArn: attribute('StreamArn'), queueArn: this.queues.arnOf };
  }

  private async start(definition: Definition): Promise<void> {
    const { runner } = definition;
    const { place, folder, onClose } = this.ground!;
    const checkpoint = await startCheckpoint({
      runner, keys: this.keys, queues: this.queues.byName, endpoint: place.endpoint, things: this.things(),
      statements: () => this.roles.get(runner) ?? [],
      functionOf: (name) => this.functionOf(name),
      secret: () => readFileSync(folder.file('secrets/platform.json'), 'utf8'),
      decided: (decision) => void this.decisions.push(decision),
    });
    onClose(() => checkpoint.stop());
    const lambda = lambdaOf(this.settled(definition), { site: this.site, aws: checkpoint.url, logFile: folder.file(`logs/${runner}.log`) });
    this.started.set(runner, { definition, lambda });
  }

  /** The network of the bureau is not here: its gateway is the simulated platform. */
  private settled(definition: Definition): Definition {
    if (definition.env['BUREAU_URL'] === undefined) return definition;
    const { bureau } = JSON.parse(readFileSync(this.ground!.folder.file('secrets/platform.json'), 'utf8')) as { bureau: { url: string } };
    return { ...definition, env: { ...definition.env, BUREAU_URL: bureau.url } };
  }

  private functionOf(name: string): { arn: string; call(payload: unknown): Promise<unknown> } {
    const { id, runner: called, timeoutMs } = [...this.started.values()].find(({ definition }) => this.resolve({ Ref: definition.id }) === name)!.definition;
    return { arn: String(this.resolve({ 'Fn::GetAtt': [id, 'Arn'] })), call: (payload) => this.invoke(called, payload, timeoutMs) };
  }

  private invoke(runner: string, event: unknown, timeoutMs: number): Promise<unknown> {
    return this.started.get(runner)!.lambda.invoke(event, timeoutMs);
  }

  private may(runner: string, asked: Asked): boolean {
    const by = allowing(this.roles.get(runner) ?? [], asked);
    this.decisions.push({ runner, asked, by });
    return by !== undefined;
  }

  /** Lambda reads the stream with the function’s role, and makes no mapping that could not. */
  private async follow(mapping: Mapping): Promise<void> {
    const { runner, tries, deadLetters } = mapping;
    await this.followers.get(runner)?.stop();
    this.followers.delete(runner);
    const { streamArn } = this.things();
    const mayRead = STREAM_RIGHTS.map((right) => this.may(runner, { action: `dynamodb:${right}`, resource: streamArn, context: {} }));
    if (mayRead.includes(false) || !this.may(runner, { action: 'sqs:SendMessage', resource: deadLetters, context: {} })) return;
    const positions = this.positions.get(runner) ?? {};
    this.positions.set(runner, positions);
    const { timeoutMs } = this.started.get(runner)!.definition;
    const invoke = (Records: readonly unknown[]) => this.invoke(runner, { Records }, timeoutMs) as Promise<BatchAnswer | null>;
    const stream = await streamOf(this.ground!.place.endpoint, this.table);
    this.followers.set(runner, follow({ stream, positions, tries, hand: handingOver(mapping, invoke), putAside: (number) => void this.deadLetters.push(number), idleMs: 50 }));
  }

  private carry(): Promise<void> {
    const invoke = (runner: string, Records: readonly unknown[]) => this.invoke(runner, { Records }, this.started.get(runner)!.definition.timeoutMs);
    return this.queues.carry(({ runner, arn }) => QUEUE_RIGHTS.map((right) => this.may(runner, { action: `sqs:${right}`, resource: arn, context: {} })).every(Boolean), invoke);
  }

  private async stop(): Promise<void> {
    await this.queues.stop();
    await Promise.all([...this.followers.values()].map((follower) => follower.stop()));
    await Promise.all([...this.started.values()].map(({ lambda }) => lambda.stop()));
    this.onEnd(this.decisions);
  }
}
