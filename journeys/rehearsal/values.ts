import { listOf, ofType, type Template, theOne } from './template';

/** Where the template is executed: what CloudFormation would know of the account. */
export interface Site {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** Where the API answers. */
  readonly api: string;
}

/** Gives each intrinsic function of a value what deployment would have given it. Throws for what it does not know. */
export type Resolve = (value: unknown) => unknown;

const TABLE = 'AWS::DynamoDB::GlobalTable';

/** Name of the physical thing that a resource becomes. */
const nameOf = (id: string) => id.toLowerCase();

/** Ends of ARNs, by type of resource. */
const ARNS: Readonly<Record<string, (id: string) => string>> = {
  [TABLE]: (id) => `dynamodb:REGION:ACCOUNT:table/${nameOf(id)}`,
  'AWS::KMS::Key': (id) => `kms:REGION:ACCOUNT:key/${nameOf(id)}`,
  'AWS::SQS::Queue': (id) => `sqs:REGION:ACCOUNT:${nameOf(id)}`,
  'AWS::Lambda::Function': (id) => `lambda:REGION:ACCOUNT:function:${nameOf(id)}`,
  'AWS::Logs::LogGroup': (id) => `logs:REGION:ACCOUNT:log-group:${nameOf(id)}:*`,
  'AWS::IAM::Role': (id) => `iam::ACCOUNT:role/${nameOf(id)}`,
};

/** The stream's label is the time of its making. */
const STREAM = 'stream/2026-01-01T00:00:00.000';

/** The end of a queue’s URL. */
export const queueNameOf = nameOf;

export const tableIn = (template: Template): string => nameOf(theOne(template, TABLE)[0]);

interface Knowing {
  readonly template: Template;
  readonly site: Site;
}

function arnOf(id: string, { template, site }: Knowing): string {
  const end = ARNS[template.Resources[id]?.Type ?? ''];
  if (end === undefined) throw new Error(`the rehearsal does not know the ARN of ${id}`);
  return `arn:${site.partition}:${end(id).replace('REGION', site.region).replace('ACCOUNT', site.account)}`;
}

function attributeOf([id, name]: readonly [string, string], knowing: Knowing): string {
  if (name === 'Arn') return arnOf(id, knowing);
  if (name === 'StreamArn') return `${arnOf(id, knowing)}/${STREAM}`;
  if (name === 'ApiEndpoint') return knowing.site.api;
  throw new Error(`the rehearsal does not know ${id}.${name}`);
}

function refOf(id: string, { template, site }: Knowing): string {
  const pseudo: Readonly<Record<string, string>> = { 'AWS::Partition': site.partition, 'AWS::Region': site.region, 'AWS::AccountId': site.account };
  if (pseudo[id] === undefined && template.Resources[id] === undefined) throw new Error(`the rehearsal does not know ${id}`);
  if (template.Resources[id]?.Type === 'AWS::SQS::Queue') return `https://sqs.${site.region}.amazonaws.com/${site.account}/${nameOf(id)}`;
  return pseudo[id] ?? nameOf(id);
}

/** Addresses under which the API is known to the template: a domain of its own. */
const ownAddresses = (template: Template) => ofType(template, 'AWS::ApiGateway::DomainName').map(([, { Properties }]) => `https://${String(Properties['DomainName'])}`);

export function resolverOf(knowing: Knowing): Resolve {
  const localised = (text: string) => ownAddresses(knowing.template).reduce((left, address) => left.replace(address, knowing.site.api), text);
  const intrinsics: Readonly<Record<string, (value: never) => string>> = {
    Ref: (id: string) => refOf(id, knowing),
    'Fn::GetAtt': (attribute: readonly [string, string]) => attributeOf(attribute, knowing),
    'Fn::Join': ([between, parts]: readonly [string, readonly unknown[]]) => parts.map((part) => String(resolve(part))).join(between),
  };
  const resolveFields = (value: object): unknown => {
    const [first, ...others] = Object.entries(value);
    const intrinsic = others.length === 0 && first ? intrinsics[first[0]] : undefined;
    if (!intrinsic && first?.[0].startsWith('Fn::')) throw new Error(`the rehearsal does not know ${first[0]}`);
    return intrinsic ? intrinsic(first![1] as never) : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each)]));
  };
  const resolve: Resolve = (value) => {
    if (typeof value === 'string') return localised(value);
    if (Array.isArray(value)) return value.map(resolve);
    return typeof value === 'object' && value !== null ? resolveFields(value) : value;
  };
  return resolve;
}

const regionOf = (template: Template) => {
  const [{ Region }] = theOne(template, TABLE)[1].Properties['Replicas'] as [{ Region: string }];
  return Region;
};

/** The account that stands in the template’s own keys of packages. */
function accountOf(template: Template): string {
  const bucket = listOf(ofType(template, 'AWS::Lambda::Function')[0]?.[1].Properties['Code'])[0] as { S3Bucket?: unknown } | undefined;
  return /\d{12}/.exec(String(bucket?.S3Bucket))?.[0] ?? '000000000000';
}

export function siteOf(template: Template, api: string): Site {
  const region = regionOf(template);
  return { partition: region.startsWith('cn-') ? 'aws-cn' : 'aws', region, account: accountOf(template), api };
}
