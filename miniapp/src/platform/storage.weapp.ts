import { taroShelf } from './taro-shelf';

/** WeChat encrypts with a key of the account and the device; only its asynchronous functions can. */
export const shelf = taroShelf({ encrypt: true });
