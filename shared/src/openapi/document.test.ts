import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../contract';
import { DOOR_REFUSALS, type Endpoint } from '../contract/endpoint';
import { LIMITS, limitsOf } from '../contract/limits';
import { REFUSALS, type RefusalCode, type RefusalText } from '../refusals';
import { openApiDocument } from './document';
import type { Operation } from './operation';
import { CounterRefusal, PlainRefusal } from './refusal-schemas';

const document = openApiDocument('0.1.0');
const endpoints = Object.values(contract).flatMap((room) => Object.entries<Endpoint>(room));
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
const operationOf = ({ method, path }: Endpoint) => document.paths[path]![method.toLowerCase()]!;

const within = (value: unknown, visit: (object: Record<string, unknown>) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as Record<string, unknown>);
  Object.values(value).forEach((each) => within(each, visit));
};

function references(): string[] {
  const all: string[] = [];
  within(document, ({ $ref }) => typeof $ref === 'string' && all.push($ref));
  return [...new Set(all)];
}

const resolved = (reference: string) =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);

const codesAt = (operation: Operation, status: number) => Object.keys(operation.responses[String(status)]?.content['application/json'].examples ?? {});

test('is the file docs/openapi.json (else run: npm run openapi)', () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')) as { version: string };
  const file = JSON.parse(readFileSync(join(__dirname, '../../../docs/openapi.json'), 'utf8')) as unknown;
  expect(JSON.parse(JSON.stringify(openApiDocument(version)))).toEqual(file);
});

test('has an operation for each endpoint of the contract and no other', () => {
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(endpoints.map(([name]) => name).sort());
});

test.each(endpoints)('%s has its summary, its caller, its idempotency and its rate', (name, endpoint) => {
  const security = { anyone: [], citizen: [{ session: [], device: [] }], institution: [{ institution: [] }], operator: [{ operator: [] }] }[endpoint.caller];
  expect(operationOf(endpoint)).toMatchObject({ operationId: name, summary: endpoint.summary, security, 'x-idempotency': endpoint.idempotency, 'x-rate': endpoint.rate });
});

const citizens = endpoints.filter(([, { dialect }]) => dialect === undefined);
const nationals = endpoints.filter(([, { dialect }]) => dialect === 'national');

test.each(citizens.flatMap(([name, endpoint]) => endpoint.refusals.map((code) => [name, code, endpoint] as const)))('%s tells of %s under its status', (_, code, endpoint) => {
  expect(codesAt(operationOf(endpoint), REFUSALS[code].status)).toContain(code);
});

test.each(nationals.flatMap(([name, endpoint]) => endpoint.refusals.map((code) => [name, code, endpoint] as const)))('%s tells of %s as counters get it', (_, code, endpoint) => {
  expect(codesAt(operationOf(endpoint), REFUSALS[code].status === 401 ? 401 : 200)).toContain(code);
});

test.each(endpoints.filter(([, { method }]) => method === 'POST'))('%s tells of everything that the door refuses', (_, endpoint) => {
  const told = Object.keys(operationOf(endpoint).responses).flatMap((status) => codesAt(operationOf(endpoint), Number(status)));
  expect(told).toEqual(expect.arrayContaining([...DOOR_REFUSALS]));
});

test.each(endpoints)('%s tells of no refusal that the contract does not name', (_, endpoint) => {
  const told = Object.keys(operationOf(endpoint).responses).flatMap((status) => codesAt(operationOf(endpoint), Number(status)));
  expect(told.filter((code) => ![...DOOR_REFUSALS, ...endpoint.refusals].includes(code as RefusalCode))).toEqual([]);
});

test.each(endpoints.filter(([, { stepUp }]) => stepUp !== undefined))('%s says what must be confirmed again, and that it declines otherwise', (_, endpoint) => {
  expect(endpoint.caller).toBe('citizen');
  expect(endpoint.refusals).toContain('STEP_UP_REQUIRED');
  expect(operationOf(endpoint)).toMatchObject({ 'x-step-up': endpoint.stepUp });
});

test('every reference leads somewhere', () => {
  expect(references().filter((reference) => resolved(reference) === undefined)).toEqual([]);
});

test('every named schema is used', () => {
  const used = new Set(references());
  expect(Object.keys(document.components.schemas).filter((id) => !used.has(`#/components/schemas/${id}`))).toEqual([]);
});

test('examples read as a person would read them, every blank filled', () => {
  expect(JSON.stringify(document.components.examples).match(/\{\w+\}/g)).toBeNull();
});

test.each(Object.entries(document.components.examples))('the example %s is as its schema says', (id, { value }) => {
  const schema = id.endsWith('.counter') ? CounterRefusal : PlainRefusal;
  expect(schema.safeParse(value).success).toBe(true);
});

test('a counter code in an example is that of its refusal', () => {
  const told = Object.entries(document.components.examples).filter(([id]) => id.endsWith('.counter'));
  for (const [id, { value }] of told) expect(value['code']).toBe((REFUSALS[id.replace('.counter', '') as RefusalCode] as RefusalText).counter);
});

test('every operation is under a Chinese tag that the document explains', () => {
  expect([...new Set(operations.flatMap(({ tags }) => tags))].sort()).toEqual(document.tags.map(({ name }) => name).sort());
  for (const { name, description } of document.tags) expect(`${name}${description}`).toMatch(/^[\p{Script=Han}，、]+$/u);
});

test('every limit is of an endpoint that there is, and by something that its callers have', () => {
  const known = new Map(endpoints.map(([, endpoint]) => [`${endpoint.method} ${endpoint.path}`, endpoint.caller]));
  const by = { anyone: ['address'], citizen: ['account', 'device', 'address'], institution: ['institution', 'operator', 'address'], operator: ['operator', 'address'] };
  const wrong = Object.entries(LIMITS).flatMap(([key, limits]) => limits.filter((limit) => !known.has(key) || !by[known.get(key)!].includes(limit.by)).map((limit) => [key, limit.by]));
  expect(wrong).toEqual([]);
});

test('where guessing or asking about others could pay, calls are limited by account, device, institution or address', () => {
  const limited = ['/session', '/session/step-up', '/session/step-up/face', '/institution/token', '/activation/agreement', '/activation/identity', '/activation/face', '/activation/phone', '/activation/pin', '/voucher/unlock', '/ec/query', '/ec/1162'];
  expect(limited.filter((path) => limitsOf({ method: 'POST', path }).length === 0)).toEqual([]);
  expect(new Set(Object.values(LIMITS).flatMap((limits) => limits.map(({ by }) => by)))).toEqual(new Set(['account', 'device', 'institution', 'operator', 'address']));
});
