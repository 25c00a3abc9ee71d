export const pin = {
  entered: (count: number) => `已输入${count}位`,
  delete: '删除',
  rule: '凭证密码是6位数字，出示医保码时使用。不要用生日、手机号、连续或相同数字。',
  first: '请设置6位凭证密码',
  second: '请再输入一次',
  different: '两次输入的不一样',
  differentBody: '请从头输入两次。',
  forgot: '忘记密码，刷脸重设',
} as const;
