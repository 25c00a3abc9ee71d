export default defineAppConfig({
  pages: ['pages/home/home', 'pages/voucher/voucher', 'pages/voucher/uses'],
  subPackages: [
    { root: 'pages/activation', pages: ['activation'] },
    { root: 'pages/region', pages: ['region'] },
  ],
  window: {
    navigationBarTitleText: '医保码',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f2f5fa',
    backgroundTextStyle: 'dark',
  },
});
