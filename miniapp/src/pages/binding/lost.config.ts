export default definePageConfig({ navigationBarTitleText: '手机丢失怎么办' });
