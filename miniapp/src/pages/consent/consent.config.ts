export default definePageConfig({ navigationBarTitleText: '查看授权' });
