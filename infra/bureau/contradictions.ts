import type { Domain } from './domain';
import type { ExistingTable } from './existing-table';

interface Place {
  readonly demo: boolean;
  readonly region: string;
  readonly account: string;
  readonly domain?: Domain | undefined;
  readonly warm?: object | undefined;
  readonly table?: ExistingTable | undefined;
  readonly keyOfKeys?: string | undefined;
}

interface Contradiction {
  readonly path: string[];
  readonly message: string;
}

/** Beijing (run by Sinnet) and Ningxia (run by NWCD): the only regions in which real personal data may lie. */
export const CHINESE_REGIONS: readonly string[] = ['cn-north-1', 'cn-northwest-1'];

const inChina = ({ region }: Place) => CHINESE_REGIONS.includes(region);

/** `arn:<partition>:<service>:<region>:<account>:` with which everything must begin that the deployment uses. */
const homeOf = (place: Place, service: string) => `arn:${inChina(place) ? 'aws-cn' : 'aws'}:${service}:${place.region}:${place.account}:`;

function domainFaults(place: Place): Contradiction[] {
  const { domain } = place;
  if (!domain) return inChina(place) ? [{ path: ['domain'], message: '中国区域的公开接口必须使用已备案的域名，请填写 domain' }] : [];
  const faults: Contradiction[] = [];
  if (!domain.certificateArn.startsWith(homeOf(place, 'acm'))) faults.push({ path: ['domain', 'certificateArn'], message: `证书必须在本账号的 ${place.region} 区域，以 ${homeOf(place, 'acm')} 开头` });
  if (inChina(place) && !domain.icpNumber) faults.push({ path: ['domain', 'icpNumber'], message: '中国区域的域名必须有备案号' });
  return faults;
}

function tableFaults(place: Place): Contradiction[] {
  const { table, warm } = place;
  if (!table) return [];
  const stream = `${homeOf(place, 'dynamodb')}table/${table.name}/stream/`;
  const faults: Contradiction[] = table.streamArn.startsWith(stream) ? [] : [{ path: ['table', 'streamArn'], message: `流必须是本账号 ${place.region} 区域这张表的，以 ${stream} 开头` }];
  for (const name of ['keyArn', 'dataKeyArn'] as const) {
    if (!table[name].startsWith(homeOf(place, 'kms'))) faults.push({ path: ['table', name], message: `密钥必须在本账号的 ${place.region} 区域，以 ${homeOf(place, 'kms')} 开头` });
  }
  if (warm) faults.push({ path: ['warm'], message: '已有的表请在控制台预热，去掉这一项：它只对部署新建的表有效' });
  return faults;
}

function keyFaults(place: Place): Contradiction[] {
  const { keyOfKeys, table } = place;
  if (keyOfKeys === undefined) return [];
  const path = ['keyOfKeys'];
  if (table) return [{ path, message: '已有的表的主密钥写在 table.dataKeyArn，请去掉这一项' }];
  return keyOfKeys.startsWith(homeOf(place, 'kms')) ? [] : [{ path, message: `主密钥必须在本账号的 ${place.region} 区域，以 ${homeOf(place, 'kms')} 开头` }];
}

/** Where the fields of a bureau file, each right in itself, do not go together. */
export function contradictionsIn(place: Place): Contradiction[] {
  const abroad = !place.demo && !inChina(place);
  return [...(abroad ? [{ path: ['region'], message: `真实的个人信息只能放在 ${CHINESE_REGIONS.join('、')}；其他区域只能是演示环境（demo: true）` }] : []), ...domainFaults(place), ...tableFaults(place), ...keyFaults(place)];
}
