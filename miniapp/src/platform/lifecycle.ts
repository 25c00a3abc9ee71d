export { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
