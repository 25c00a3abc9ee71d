import { readFileSync } from 'node:fs';
import type { Bureau } from '../bureau/bureau';
import type { Finding } from './doctor';

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

export interface TemplateDocument {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** What the Chinese regions do not have (docs.amazonaws.cn, “Getting Started with Amazon Web Services in China”). */
const NOT_IN_CHINA = /^AWS::(Cognito::UserPool|Lambda::Url|CloudFront::|XRay::|Pipes::|Shield::|FMS::)/;

/** Only there does KMS make SM2 keys. */
const isSm2 = ({ Type, Properties }: Resource) => Type === 'AWS::KMS::Key' && Properties?.['KeySpec'] === 'SM2';
const isTraced = ({ Properties }: Resource) => (Properties?.['TracingConfig'] as { Mode?: string } | undefined)?.Mode === 'Active';

function faultOf(resource: Resource, chinese: boolean): string | undefined {
  if (!chinese) return isSm2(resource) ? '只有中国区域的 KMS 有 SM2 密钥' : undefined;
  if (NOT_IN_CHINA.test(resource.Type)) return '中国区域没有这种资源';
  return isTraced(resource) ? '中国区域的 Lambda 不支持 X-Ray' : undefined;
}

/** Resources of a template that its region could not make, each with the reason. */
const templateFaults = ({ Resources }: TemplateDocument, region: string): readonly string[] =>
  Object.entries(Resources).flatMap(([name, resource]) => {
    const fault = faultOf(resource, region.startsWith('cn-'));
    return fault === undefined ? [] : [`${name}（${resource.Type}）：${fault}`];
  });

export const readTemplate = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as TemplateDocument;

export function templateFinding({ region }: Bureau, template: TemplateDocument): Finding {
  const faults = templateFaults(template, region);
  return faults.length === 0 ? { what: '模板', state: 'met', says: `${Object.keys(template.Resources).length} 个资源，${region} 都有` } : { what: '模板', state: 'missing', says: faults.join('；') };
}

/** How many resources of each kind a template makes, one a line. */
export function contentsOf({ Resources }: TemplateDocument): string {
  const counts = new Map<string, number>();
  for (const { Type } of Object.values(Resources)) counts.set(Type, (counts.get(Type) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => `  ${String(count).padStart(3)} × ${type}`).join('\n');
}
