import { bureau } from '../bureau/bureau';

/** Sample of a real deployment in the Beijing region; account, domain, certificate and ids are placeholders. */
export const jinan = bureau({
  id: 'jinan',
  code: '370100',
  name: '济南市医疗保障局',
  hotline: '0531-12393',
  demo: false,
  region: 'cn-north-1',
  account: '111122223333',
  domain: {
    name: 'ybm.jinan.example',
    certificateArn: 'arn:aws-cn:acm:cn-north-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
    icpNumber: '鲁ICP备2026000000号-1',
  },
  apps: { wechat: 'wx0000000000000000', alipay: '2021000000000000' },
  platformSecret: 'yibao/jinan/platforms',
  privateNetwork: { vpc: 'vpc-0123456789abcdef0', subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'], url: 'https://10.1.2.3:8443/fsi', gateway: '10.1.2.3' },
  logDays: 365,
  alarmMail: 'ops@jinan.example',
});
