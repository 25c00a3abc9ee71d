const app = { weapp: '微信', alipay: '支付宝' } as const;

export const notice = {
  title: '有变动马上告诉您',
  body: (channel: keyof typeof app) => `开启后，结算和退费结果、换手机、解绑等变动，会用${app[channel]}消息告诉您。`,
  ask: '开启消息提醒',
  busy: '正在开启',
  outcomes: {
    allowed: { title: '消息提醒已开启', body: '' },
    refused: { title: '没有开启消息提醒', body: '不影响使用医保码。涉及安全的变动会尽量发短信告诉您，也可以以后再开启。' },
    off: { title: '消息提醒被关掉了', body: '请点右上角“…”，在“设置”的“通知管理”里打开，再回来点一次。' },
    unsupported: { title: '这里还不能发消息', body: '可能是应用版本较旧，更新后再试。涉及安全的变动会尽量发短信告诉您。' },
    failed: { title: '没有打开提醒的窗口', body: '请检查网络，再点一次。' },
  },
} as const;
