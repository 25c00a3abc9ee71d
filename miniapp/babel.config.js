// The oldest engines that WeChat's base library 2.15 and Alipay 10.2 run on: classes and arrow functions, but no async functions.
const targets = { ios: '10', chrome: '53' };

// Only plain objects are spread, and nothing here is `document.all` or an object that is a number in one place and a text in another.
const assumptions = { setSpreadProperties: true, objectRestNoSymbols: true, noDocumentAll: true, ignoreToPrimitiveHint: true, constantReexports: true };

module.exports = {
  assumptions,
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets }]],
  plugins: [require.resolve('./config/contract-for-phones.js')],
};
