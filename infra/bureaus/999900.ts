import { bureau } from '../bureau/bureau';

/** Sample of a demonstration outside China, with invented persons only. */
export const demo = bureau({
  id: 'demo',
  code: '999900',
  name: '演示医疗保障局',
  hotline: '12393',
  demo: true,
  region: 'ap-southeast-1',
  edge: 'http',
  account: '111122223333',
  apps: { wechat: 'wx0000000000000000', alipay: '2021000000000000' },
  platformSecret: 'yibao/demo/platforms',
  alarmMail: 'ops@demo.example',
  ceiling: { read: 500, write: 200 },
});
