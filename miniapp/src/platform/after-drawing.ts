import Taro from '@tarojs/taro';

/** Calls back when what is being drawn has reached the screen. */
export const afterDrawing = (then: () => void) => Taro.nextTick(then);
