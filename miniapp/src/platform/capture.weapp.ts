import Taro from '@tarojs/taro';
import type { GuardCapture } from './capture';

const setEffect = (visualEffect: 'hidden' | 'none') => wx.setVisualEffectOnCapture?.({ visualEffect, fail: () => undefined });

export const guardCapture: GuardCapture = (onCapture) => {
  setEffect('hidden');
  Taro.onUserCaptureScreen(onCapture);
  return () => {
    setEffect('none');
    Taro.offUserCaptureScreen(onCapture);
  };
};
