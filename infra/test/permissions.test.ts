import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limitsOf } from '@yibao/shared';
import type { Template } from 'aws-cdk-lib/assertions';
import { endpointsOf, rooms } from '../lib/endpoints';
import { PERMISSIONS, PLATFORM_READERS, type Runner } from '../lib/permissions';
import { found, functionOf, runners, target, templates } from './synthesised';

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly 'ForAllValues:StringLike'?: { readonly 'dynamodb:LeadingKeys': readonly string[] } };
}

const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value]);
const actionsOf = ({ Action }: Statement) => list(Action) as string[];

/** Everything that the role of a function is allowed. */
function statementsOf(template: Template, runner: Runner): Statement[] {
  const role = target(functionOf(template, runner)[1].Properties['Role']);
  const policies = found(template, 'AWS::IAM::Policy').filter(([, { Properties }]) => list(Properties['Roles']).some((each) => target(each) === role));
  return policies.flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);
}

const tableStatements = (template: Template, runner: Runner) =>
  statementsOf(template, runner).filter(({ Resource }) => list(Resource).some((each) => JSON.stringify(each).includes('StoreTable') && !JSON.stringify(each).includes('StreamArn')));

const matches = (pattern: string, key: string) => new RegExp(`^${pattern.replace(/\*/g, '.*').replace(/\?/g, '.')}$`).test(key);

/** As IAM would decide it. */
const may = (template: Template, runner: Runner, [action, key]: readonly [string, string]) =>
  tableStatements(template, runner).some(
    (statement) => actionsOf(statement).includes(`dynamodb:${action}`) && (statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? ['*']).some((keys) => matches(keys, key)),
  );

const forbidden: readonly (readonly [Runner, string, string])[] = [
  ['session', 'UpdateItem', 'KEY#DATA'],
  ['session', 'GetItem', 'ID#1'],
  ['session', 'Query', 'QH#37#0000000001'],
  ['session', 'PutItem', 'INST#1'],
  ['region', 'PutItem', 'RG#ALL'],
  ['region', 'GetItem', 'V#1'],
  ['activation', 'Query', 'ID#1'],
  ['activation', 'GetItem', 'INST#1'],
  ['activation', 'PutItem', 'RG#ALL'],
  ['activation', 'PutItem', 'IN#1'],
  ['activation', 'Query', 'IN#1'],
  ['session', 'GetItem', 'IN#1'],
  ['account', 'GetItem', 'IN#1'],
  ['voucher', 'PutItem', 'ID#1'],
  ['voucher', 'UpdateItem', 'V#1'],
  ['voucher', 'PutItem', 'INST#1'],
  ['voucher', 'PutItem', 'IT#1'],
  ['institution', 'PutItem', 'INST#1'],
  ['institution', 'GetItem', 'S#1'],
  ['institution', 'GetItem', 'IT#1'],
  ['operator', 'PutItem', 'OP#ALL'],
  ['hotline', 'PutItem', 'OP#ALL'],
  ['hotline', 'PutItem', 'OT#1'],
  ['hotline', 'PutItem', 'ID#1'],
  ['feedback', 'GetItem', 'V#1'],
  ['feedback', 'GetItem', 'ID#1'],
  ['operator', 'GetItem', 'OT#1'],
  ['operator', 'GetItem', 'V#1'],
  ['voucher', 'Query', 'S#1'],
  ['consent', 'Query', 'S#1'],
  ['consent', 'GetItem', 'INST#1'],
  ['account', 'PutItem', 'RG#ALL'],
  ['account', 'UpdateItem', 'A#1'],
  ['binding', 'GetItem', 'ID#1'],
  ['binding', 'GetItem', 'INST#1'],
  ['binding', 'UpdateItem', 'V#1'],
  ['binding', 'Query', 'S#1'],
  ['reactions', 'PutItem', 'QH#37#0000000001'],
  ['reactions', 'GetItem', 'ID#1'],
  ['reactions', 'PutItem', 'RG#ALL'],
  ['reactions', 'Query', 'A#1'],
  ['pushes', 'PutItem', 'ID#1'],
  ['pushes', 'PutItem', 'RG#ALL'],
  ['pushes', 'Query', 'RG#370100'],
  ['wallet', 'GetItem', 'V#1'],
  ['wallet', 'PutItem', 'QH#37#0000000001'],
  ['wallet', 'Query', 'A#1'],
  ['pushes', 'GetItem', 'S#1'],
  ['pushes', 'GetItem', 'QH#37#0000000001'],
  ['pushes', 'PutItem', 'A#1'],
  ['pushes', 'GetItem', 'RG#370100'],
  ['courier-weapp', 'Query', 'V#1'],
  ['courier-alipay', 'GetItem', 'TK#wechat'],
  ['courier-sms', 'GetItem', 'A#1'],
  ['courier-sms', 'GetItem', 'PH#1'],
];

describe.each(templates)('%s', (_, template) => {
  test.each(runners)('%s may do with the table what its row says, and nothing else', (runner) => {
    const allowed = tableStatements(template, runner).map((statement) => ({ actions: actionsOf(statement).map((action) => action.replace('dynamodb:', '')), keys: statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] }));
    expect(allowed).toEqual(PERMISSIONS[runner]);
  });

  test.each(forbidden)('%s may not %s %s', (runner, action, key) => {
    expect(may(template, runner, [action, key])).toBe(false);
  });

  test.each(rooms.filter((room) => endpointsOf(room).some((endpoint) => limitsOf(endpoint).length > 0)))('%s may count the calls that the contract limits', (room) => {
    expect(may(template, room, ['UpdateItem', 'RL#account#1'])).toBe(true);
  });

  test('a region is asked for but not changed by its room', () => {
    expect(may(template, 'region', ['PutItem', 'RG#370100'])).toBe(true);
    expect(may(template, 'region', ['Query', 'RG#ALL'])).toBe(true);
  });

  test.each(runners)('%s has no wildcard among its actions and resources', (runner) => {
    for (const statement of statementsOf(template, runner)) expect(`${JSON.stringify(statement.Action)} ${JSON.stringify(statement.Resource)}`).not.toContain('*');
  });

  test.each(runners)('%s neither scans nor deletes', (runner) => {
    const actions = statementsOf(template, runner).flatMap(actionsOf);
    expect(actions.filter((action) => /^dynamodb:.*(Scan|Delete|BatchWrite|PartiQL)/.test(action))).toEqual([]);
  });

  test.each(runners)('%s has no managed policy', (runner) => {
    const [, role] = found(template, 'AWS::IAM::Role').find(([id]) => id === target(functionOf(template, runner)[1].Properties['Role']))!;
    expect(role.Properties['ManagedPolicyArns']).toBeUndefined();
  });

  test('only functions that speak to platforms hold the credentials of the platforms', () => {
    const holders = runners.filter((runner) => JSON.stringify(functionOf(template, runner)[1].Properties['Environment']).includes('PLATFORM_SECRET'));
    const readers = runners.filter((runner) => JSON.stringify(statementsOf(template, runner)).includes('/platforms-'));
    expect(holders).toEqual(runners.filter((runner) => PLATFORM_READERS.includes(runner)));
    expect(readers).toEqual(holders);
  });

  test('a function opens data keys, and nothing else, with the key of keys', () => {
    for (const runner of runners) {
      const [use, ...others] = statementsOf(template, runner).filter(({ Resource }) => JSON.stringify(Resource).includes('DataKeys'));
      expect(others).toEqual([]);
      expect(use).toMatchObject({ Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Condition: { StringEquals: { 'kms:EncryptionContext:purpose': 'yibao-data-key' } } });
    }
  });

  test('no secret value is in the template', () => {
    for (const [, { Properties }] of found(template, 'AWS::SecretsManager::Secret')) expect(Properties).not.toHaveProperty('SecretString');
    expect(JSON.stringify(template.toJSON()).match(/\{\{resolve:/g)).toBeNull();
  });
});

test('every key that a store of the service uses is in the table of permissions', () => {
  const source = join(__dirname, '../../functions/src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const used = files.flatMap((name) => [...readFileSync(join(source, name), 'utf8').matchAll(/pk: [`']([A-Z]+)#/g)].map(([, prefix]) => prefix!));
  const granted = new Set(Object.values(PERMISSIONS).flatMap((permissions) => permissions.flatMap(({ keys }) => keys.map((key) => key.split('#')[0]))));
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((prefix) => !granted.has(prefix))).toEqual([]);
});
