import * as z from 'zod/mini';
import { contract } from '../contract';
import type { Endpoint } from '../contract/endpoint';
import { NAMED_SCHEMAS } from './named-schemas';

export type JsonSchema = Readonly<Record<string, unknown>>;

const pathOf = (id: string) => `#/components/schemas/${id}`;
const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const endpoints = Object.values(contract).flatMap((room) => Object.entries<Endpoint>(room));

const registry = z.registry<{ id: string }>();
const notes = new Map<unknown, JsonSchema>();

for (const [id, { schema, ...note }] of Object.entries(NAMED_SCHEMAS)) {
  registry.add(schema, { id });
  notes.set(schema, note);
}

const isEmpty = (schema: z.ZodMiniType) => Object.keys(z.toJSONSchema(schema, { io: 'input' }).properties ?? {}).length === 0;

/** Requests and answers without a name of their own are named after their endpoint. */
for (const [name, { method, input, output }] of endpoints) {
  if (method === 'POST' && !registry.has(input) && !isEmpty(input)) registry.add(input, { id: `${capitalised(name)}Request` });
  if (!registry.has(output)) registry.add(output, { id: `${capitalised(name)}Answer` });
}

/** zod writes date-time also as a pattern of 300 characters, and integers with the bounds of a double; the format and the type say enough. */
function annotate({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema['format'] === 'date-time') delete jsonSchema['pattern'];
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum'];
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
  Object.assign(jsonSchema, notes.get(zodSchema));
}

const withoutMarks = ({ $schema: _dialect, $id: _place, ...schema }: JsonSchema): JsonSchema => schema;

/** Every schema with a name. Inputs and answers are strict objects or meant loosely, so that one reading (`input`) serves both. */
export const componentSchemas = (): Readonly<Record<string, JsonSchema>> => {
  const { schemas } = z.toJSONSchema(registry, { uri: pathOf, io: 'input', override: annotate });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutMarks(schema)]));
};

/** Points to a schema; undefined for a request without content. */
export function referenceTo(schema: z.ZodMiniType): { readonly $ref: string } | undefined {
  const known = registry.get(schema);
  return known && { $ref: pathOf(known.id) };
}

export interface Parameter {
  readonly name: string;
  readonly in: 'query';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** The fields of a GET's input as query parameters. */
export function parametersOf(input: z.ZodMiniType): readonly Parameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input', override: annotate });
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema: schema as JsonSchema }));
}
