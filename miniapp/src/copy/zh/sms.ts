export const sms = {
  get: '获取验证码',
  busy: '正在发送',
  sentTo: (phone: string) => `验证码已发到 ${phone}`,
  perhapsTo: (phone: string) => `收到发往 ${phone} 的验证码就填写，没收到请重新获取`,
  code: '短信验证码',
  codePlaceholder: '6位数字',
  again: '重新获取',
  againIn: (seconds: number) => `${seconds}秒后可重新获取`,
  confirm: '确定',
  confirmBusy: '正在核对',
  codeFirst: '填写6位验证码',
} as const;
