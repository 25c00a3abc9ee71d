export default defineAppConfig({
  pages: ['pages/home/home', 'pages/voucher/voucher', 'pages/voucher/uses'],
  subPackages: [
    { root: 'pages/activation', pages: ['activation'] },
    { root: 'pages/region', pages: ['region'] },
    { root: 'pages/settings', pages: ['settings'] },
    { root: 'pages/session', pages: ['session'] },
    { root: 'pages/voucher/pin', pages: ['change', 'reset'] },
    { root: 'pages/consent', pages: ['consent'] },
    { root: 'pages/wallet', pages: ['wallet'] },
    { root: 'pages/account', pages: ['data', 'close'] },
  ],
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  window: {
    navigationBarTitleText: '医保码',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f2f5fa',
    backgroundTextStyle: 'dark',
  },
});
