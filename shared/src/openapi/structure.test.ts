import { openApiDocument } from './document';

const document = openApiDocument('0.1.0');
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const));

/** What the OpenAPI 3.1 specification asks of the parts that this document uses. */
test('the top is that of an OpenAPI 3.1 document', () => {
  expect(Object.keys(document).sort()).toEqual(['components', 'info', 'openapi', 'paths', 'servers', 'tags']);
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info).toMatchObject({ title: expect.any(String), version: '0.1.0' });
});

test.each(document.servers)('server $url gives every variable of its address a default', ({ url, variables = {} }) => {
  const names = [...url.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  expect(Object.keys(variables)).toEqual(names);
  for (const { default: value } of Object.values(variables)) expect(value).not.toBe('');
});

test('component keys have only the allowed characters', () => {
  const keys = Object.values(document.components).flatMap((part) => Object.keys(part));
  expect(keys.filter((key) => !/^[A-Za-z0-9._-]+$/.test(key))).toEqual([]);
});

test('paths begin with a slash and methods are lower case', () => {
  expect(operations.filter(([name]) => !/^(get|post) \/\S+$/.test(name))).toEqual([]);
});

test('operation ids are unique', () => {
  expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length);
});

test.each(operations)('%s has a described answer for success and for each refusal', (_, { responses }) => {
  expect(Object.keys(responses)).toContain('200');
  for (const [status, { description, content }] of Object.entries(responses)) {
    expect(status).toMatch(/^[2-5]\d\d$/);
    expect(description).not.toBe('');
    expect(content['application/json'].schema).toBeDefined();
  }
});

test.each(operations.filter(([name]) => name.startsWith('get')))('%s asks by query parameters, which have a schema', (_, { requestBody, parameters = [] }) => {
  expect(requestBody).toBeUndefined();
  for (const parameter of parameters) expect(parameter).toMatchObject({ name: expect.any(String), in: 'query', required: expect.any(Boolean), schema: expect.any(Object) });
});

test.each(operations)('%s names only security schemes that exist', (_, { security }) => {
  const names = security.flatMap((each) => Object.keys(each));
  expect(names.filter((name) => !(name in document.components.securitySchemes))).toEqual([]);
});

test('query parameters of the contract are in the document', () => {
  expect(document.paths['/voucher/uses']?.['get']?.parameters?.map(({ name, required }) => [name, required])).toEqual([['since', false]]);
});

test('requests refuse unknown fields, except those of hospital systems, which may send more', () => {
  const { SignInRequest, DecodeBody } = document.components.schemas;
  expect(SignInRequest).toMatchObject({ additionalProperties: false });
  expect(DecodeBody).not.toHaveProperty('additionalProperties');
});

test('schemas carry no mark of the tool that made them', () => {
  expect(JSON.stringify(document).match(/\$schema|\$id|\$defs/g)).toBeNull();
});
