import { taroShelf } from './taro-shelf';

export const shelf = taroShelf({});
