import Taro from '@tarojs/taro';
import type { GuardCapture } from './capture';

export const guardCapture: GuardCapture = (onCapture) => {
  my.setVisualEffectOnCapture?.({ visualEffect: 'hidden' });
  Taro.onUserCaptureScreen(onCapture);
  return () => {
    my.setVisualEffectOnCapture?.({ visualEffect: 'none' });
    Taro.offUserCaptureScreen(onCapture);
  };
};
