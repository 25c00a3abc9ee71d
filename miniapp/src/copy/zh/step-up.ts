import type { StepUpAction } from '@yibao/shared';

/** Why the person is asked once more, and what follows. */
const why: Readonly<Record<StepUpAction, string>> = {
  'change-pin': '先输入现在的凭证密码，再设置新的。',
  'reset-pin': '刷脸确认是您本人，再设置新的凭证密码。',
  'end-sessions': '确认是您本人后，让其他设备退出登录。',
  'export-data': '这里有您的个人信息，确认是您本人后导出。',
  'close-account': '确认是您本人后，注销医保码。',
  unbind: '确认是您本人后解绑，马上生效。',
  'change-phone': '确认是您本人后，改用新的手机号。',
};

export const stepUp = {
  title: '确认是您本人',
  why,
  pin: '请输入凭证密码',
  pinBusy: '正在核对',
  useFace: '不记得密码，改用刷脸',
  usePin: '改用凭证密码',
  faceNote: '由平台核对，我们不接收、不保存您的人脸。',
  faceOther: '不想刷脸的，也可以带身份证到医保局窗口办理。',
  face: '开始刷脸',
  faceAgree: '同意并开始刷脸',
  faceBusy: '正在核对结果',
  cancel: '先不办',
} as const;
