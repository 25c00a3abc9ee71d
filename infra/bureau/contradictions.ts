import type { Domain } from './domain';

interface Place {
  readonly demo: boolean;
  readonly region: string;
  readonly account: string;
  readonly domain?: Domain | undefined;
}

interface Contradiction {
  readonly path: string[];
  readonly message: string;
}

/** Beijing (run by Sinnet) and Ningxia (run by NWCD): the only regions in which real personal data may lie. */
export const CHINESE_REGIONS: readonly string[] = ['cn-north-1', 'cn-northwest-1'];

const inChina = ({ region }: Place) => CHINESE_REGIONS.includes(region);

/** `arn:<partition>:acm:<region>:<account>` that the certificate of a regional endpoint must begin with. */
const homeOf = (place: Place) => `arn:${inChina(place) ? 'aws-cn' : 'aws'}:acm:${place.region}:${place.account}:`;

function domainFaults(place: Place): Contradiction[] {
  const { domain } = place;
  if (!domain) return inChina(place) ? [{ path: ['domain'], message: '中国区域的公开接口必须使用已备案的域名，请填写 domain' }] : [];
  const faults: Contradiction[] = [];
  if (!domain.certificateArn.startsWith(homeOf(place))) faults.push({ path: ['domain', 'certificateArn'], message: `证书必须在本账号的 ${place.region} 区域，以 ${homeOf(place)} 开头` });
  if (inChina(place) && !domain.icpNumber) faults.push({ path: ['domain', 'icpNumber'], message: '中国区域的域名必须有备案号' });
  return faults;
}

/** Where the fields of a bureau file, each right in itself, do not go together. */
export function contradictionsIn(place: Place): Contradiction[] {
  const abroad = !place.demo && !inChina(place);
  return [...(abroad ? [{ path: ['region'], message: `真实的个人信息只能放在 ${CHINESE_REGIONS.join('、')}；其他区域只能是演示环境（demo: true）` }] : []), ...domainFaults(place)];
}
