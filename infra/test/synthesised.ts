import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { allBureaus } from '../bureau/registry';
import { rooms } from '../lib/endpoints';
import { GATE } from '../lib/bureau-gate';
import type { Runner } from '../lib/permissions';
import { sitePlan } from '../lib/site-plan';

export const runners: readonly Runner[] = [...rooms, 'reactions', 'pushes', 'courier-weapp', 'courier-alipay', 'courier-sms'];

const workshop = mkdtempSync(join(tmpdir(), 'yibao-infra-'));
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

/** Stands for functions/dist: bundles that say who they are. */
export function stubBundles(): string {
  const folder = mkdtempSync(join(workshop, 'bundles-'));
  for (const runner of [...runners, GATE]) writeFileSync(join(folder, `${runner}.mjs`), `export const handler = () => '${runner}';\n`);
  return folder;
}

export const plan = () => sitePlan({ bureaus: allBureaus(), bundles: stubBundles(), app: { outdir: mkdtempSync(join(workshop, 'cdk-')) } });

/** Name and template of every bureau of this repository. */
export const templates = plan().stacks.map((stack) => [stack.stackName, Template.fromStack(stack)] as const);

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
}

/** The resources of a type, by logical id. */
export const found = (template: Template, type: string) => Object.entries(template.findResources(type)) as [string, Resource][];

/** Logical id of what `{Ref}` or `{Fn::GetAtt: [id, …]}` points to. */
export function target(reference: unknown): string {
  const { Ref, 'Fn::GetAtt': attribute } = reference as { Ref?: string; 'Fn::GetAtt'?: readonly string[] };
  return Ref ?? attribute?.[0] ?? '';
}

/** Logical id of the function that runs this room. */
export function functionOf(template: Template, runner: Runner): [string, Resource] {
  const all = found(template, 'AWS::Lambda::Function').filter(([, { Properties }]) => Properties['Description'] === `Voucher service, ${runner}`);
  if (all.length !== 1) throw new Error(`${all.length} functions for ${runner}`);
  return all[0]!;
}
