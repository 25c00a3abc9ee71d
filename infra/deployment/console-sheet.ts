import type { Bureau } from '../bureau/bureau';

interface Addresses {
  /** Of the service, without a path. */
  readonly url: string;
  /** Where the domain's CNAME record must point. */
  readonly dnsTarget: string | undefined;
}

/** What a person enters in the two consoles and at the domain's registrar after a deployment. */
export function consoleSheet({ code, domain, apps }: Bureau, { url, dnsTarget }: Addresses): string {
  const host = new URL(url).host;
  return [
    '接下来要人工填写的：',
    ...(domain && dnsTarget ? [`  域名解析：${domain.name}  CNAME  ${dnsTarget}`] : []),
    `  微信公众平台（${apps.wechat}）→ 开发管理 → 开发设置 → 服务器域名 → request 合法域名：https://${host}`,
    `  支付宝开放平台（${apps.alipay}）→ 小程序 → 设置 → 开发设置 → 服务器域名白名单：${host}`,
    '  两个小程序的代码这样构建（同一条命令里给出地址），再用各自的开发者工具上传：',
    `    TARO_APP_API=https://${host} npm run build:weapp`,
    `    TARO_APP_API=https://${host} npm run build:alipay`,
    `  开通参保地：TABLE_NAME=… KEY_PROVIDER=… npm run region -- open ${code} --by 经办人 --reason 首次开通`,
  ].join('\n');
}
