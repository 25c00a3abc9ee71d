// The same as @tarojs/taro, which requires all of the runtime, used or not. Its functions are found on it at run time, so it is a CommonJS module like the original.
const { hooks } = require('./taro-hooks');
const taro = require('@tarojs/api').default;

if (hooks.isExist('initNativeApi')) hooks.call('initNativeApi', taro);

module.exports = taro;
module.exports.default = module.exports;
