/**
 * What the mini-program on WeChat touches that is the person's, and why: the words for 用户隐私保护指引, which the bureau fills in at
 * mp.weixin.qq.com (设置 – 服务内容声明). A call that is not declared there fails with errno 112.
 */
export const DECLARED: Readonly<Record<string, { readonly category: string; readonly why: string }>> = {
  getPhoneNumber: { category: '手机号', why: '用于结算和变更的通知，由您点按钮后提供' },
  setClipboardData: { category: '剪切板', why: '您导出个人信息时，把内容复制给您；不读取剪切板' },
};

/** Everything that WeChat counts as the person's, as its guide lists it (2026-11): functions and kinds of buttons. */
export const GUARDED = [
  'getUserInfo', 'getUserProfile', 'chooseAvatar', 'getPhoneNumber', 'getRealtimePhoneNumber', 'getLocation', 'getFuzzyLocation', 'onLocationChange', 'startLocationUpdate',
  'startLocationUpdateBackground', 'choosePoi', 'chooseLocation', 'chooseAddress', 'chooseInvoiceTitle', 'chooseInvoice', 'getWeRunData', 'chooseLicensePlate', 'chooseImage', 'chooseMedia',
  'chooseVideo', 'chooseMessageFile', 'startRecord', 'getRecorderManager', 'joinVoIPChat', 'createCameraContext', 'createVKSession', 'openBluetoothAdapter', 'createBLEPeripheralServer',
  'saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum', 'addPhoneContact', 'addPhoneRepeatCalendar', 'addPhoneCalendar', 'startAccelerometer', 'startCompass', 'startDeviceMotionListening',
  'startGyroscope', 'setClipboardData', 'getClipboardData', 'startFacialRecognitionVerify',
] as const;

/** Of these, the ones that app.json has to name in `requiredPrivateInfos`. */
export const LOCATIONS = ['getFuzzyLocation', 'getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground', 'chooseLocation', 'choosePoi', 'chooseAddress'] as const;
