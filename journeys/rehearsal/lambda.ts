import { join } from 'node:path';
import { LOCAL_AWS } from '@yibao/simulator/src/database/dynamodb';
import { FunctionFailed } from '@yibao/simulator/src/gateway/calls';
import { type Sandbox, startSandbox } from '@yibao/simulator/src/gateway/sandbox';
import { ofType, roomOf, type Synthesised } from './template';
import type { Resolve, Site } from './values';

/** A function of the template. */
export interface Definition {
  readonly id: string;
  readonly runner: string;
  /** Its package’s module. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

interface Properties {
  readonly Code: { readonly S3Key: string };
  readonly Handler: string;
  readonly Environment: { readonly Variables: Readonly<Record<string, unknown>> };
  readonly Timeout: number;
}

export const definitionsIn = ({ template, folder }: Synthesised, resolve: Resolve): readonly Definition[] =>
  ofType(template, 'AWS::Lambda::Function').map(([id, resource]) => {
    const { Code, Handler, Environment, Timeout } = resource.Properties as unknown as Properties;
    const [module = '', exported] = Handler.split('.');
    if (exported !== 'handler') throw new Error(`${id}: ${Handler} is not called handler`);
    const packed = `asset.${Code.S3Key.replace('.zip', '')}`;
    return { id, runner: roomOf(template, id), file: join(folder, packed, `${module}.mjs`), env: resolve(Environment.Variables) as Record<string, string>, timeoutMs: Timeout * 1000 };
  });

/** A function that can be called. After `stop` the next call begins it anew, as after a deployment. */
export interface Lambda {
  readonly invoke: (event: unknown, timeoutMs: number) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

export interface Surroundings {
  readonly site: Site;
  /** Where all calls to AWS go. */
  readonly aws: string;
  readonly logFile: string;
}

/** A function that begins, as in Lambda, with its first call. One that does not start is tried again by the next. */
export function lambdaOf({ runner, file, env, timeoutMs }: Definition, { site, aws, logFile }: Surroundings): Lambda {
  const own = { ...LOCAL_AWS, AWS_REGION: site.region, AWS_ENDPOINT_URL: aws, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  let running: Promise<Sandbox> | undefined;
  const start = () => {
    running ??= startSandbox({ name: runner, file, env: { ...own, ...env }, logFile });
    return running.catch(() => {
      running = undefined;
      throw new FunctionFailed(`${runner} does not start`);
    });
  };
  const stop = async () => {
    const before = running;
    running = undefined;
    await before?.then((sandbox) => sandbox.stop(), () => undefined);
  };
  return { invoke: async (event, patienceMs) => (await start()).invoke(event, Math.min(patienceMs, timeoutMs)), stop };
}
