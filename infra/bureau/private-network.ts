import { isIPv4 } from 'node:net';
import * as z from 'zod';

const ids = (prefix: string) => new RegExp(`^${prefix}-[0-9a-f]{8,17}$`);

/** RFC 1918 and RFC 6598: addresses that nobody reaches from the Internet. */
const PRIVATE = /^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;

const sameHost = ({ url, gateway }: { readonly url: string; readonly gateway: string }) => {
  const { hostname } = new URL(url);
  return !isIPv4(hostname) || hostname === gateway;
};

/** The bureau's own network (医保骨干网, 专线), in which the information platform answers at one gateway (前置机). */
export const PrivateNetwork = z
  .strictObject(
    {
      vpc: z.string('请填写 VPC 编号').regex(ids('vpc'), 'VPC 编号写法如 vpc-0123456789abcdef0'),
      subnets: z.array(z.string().regex(ids('subnet'), '子网编号写法如 subnet-0123456789abcdef0'), '请填写子网编号').min(2, '请填写至少两个不同可用区的子网').max(16, '最多16个子网'),
      url: z.url({ protocol: /^https$/, error: '平台地址应以 https:// 开头，如 https://10.1.2.3:8443/fsi' }),
      gateway: z.string('请填写前置机的内网 IP').refine((text) => isIPv4(text) && PRIVATE.test(text), '前置机应为一个内网 IPv4 地址，如 10.1.2.3'),
    },
    '请填写 vpc、subnets、url 和 gateway',
  )
  .refine(sameHost, { path: ['url'], error: '平台地址里的 IP 和前置机 gateway 不一致' });

/** At which the gateway answers. */
export const portOf = ({ url }: { readonly url: string }): number => Number(new URL(url).port || 443);

export type PrivateNetwork = z.output<typeof PrivateNetwork>;
