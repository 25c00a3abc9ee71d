// The oldest engines that WeChat's base library 2.15 and Alipay 10.2 run on: classes and arrow functions, but no async functions.
const targets = { ios: '10', chrome: '53' };

module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets }]] };
