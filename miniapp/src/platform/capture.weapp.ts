import Taro from '@tarojs/taro';
import type { GuardCapture } from './capture';

export const guardCapture: GuardCapture = (onCapture) => {
  wx.setVisualEffectOnCapture?.({ visualEffect: 'hidden' });
  Taro.onUserCaptureScreen(onCapture);
  return () => {
    wx.setVisualEffectOnCapture?.({ visualEffect: 'none' });
    Taro.offUserCaptureScreen(onCapture);
  };
};
