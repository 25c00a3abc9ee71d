export const choosePin = {
  change: { bar: '修改凭证密码', done: '凭证密码已修改' },
  reset: { bar: '忘记密码', done: '凭证密码已重设' },
  changeBusy: '正在保存新密码',
  after: '新密码现在就能用。为了安全，其他设备已经退出登录。',
  back: '返回',
  cancel: '不改了',
} as const;
