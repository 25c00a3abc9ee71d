import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A resource of a CloudFormation template. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** A synthesised stack: its template, and the folder with the packages of its functions. */
export interface Synthesised {
  readonly template: Template;
  readonly folder: string;
}

export const synthesisedIn = (folder: string, stack: string): Synthesised => ({
  folder,
  template: JSON.parse(readFileSync(join(folder, `${stack}.template.json`), 'utf8')) as Template,
});

/** The resources of a type, by logical id. */
export const ofType = ({ Resources }: Template, type: string): readonly (readonly [string, Resource])[] => Object.entries(Resources).filter(([, { Type }]) => Type === type);

/** The one resource of a type. */
export function theOne(template: Template, type: string): readonly [string, Resource] {
  const [found, ...others] = ofType(template, type);
  if (found === undefined || others.length > 0) throw new Error(`${others.length + (found ? 1 : 0)} resources of type ${type}`);
  return found;
}

/** Logical id of what `{Ref}` or `{Fn::GetAtt: [id, …]}` points to. */
export function targetOf(reference: unknown): string {
  const { Ref, 'Fn::GetAtt': attribute } = (reference ?? {}) as { Ref?: string; 'Fn::GetAtt'?: readonly string[] };
  return Ref ?? attribute?.[0] ?? '';
}

export const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]);

/** What stands behind a function: its room, e.g. `voucher`. */
export function roomOf(template: Template, functionId: string): string {
  const description = String(template.Resources[functionId]?.Properties['Description']);
  const [, room] = /^Voucher service, ([a-z-]+)$/.exec(description) ?? [];
  if (room === undefined) throw new Error(`${functionId} is not a function of the service: ${description}`);
  return room;
}
