export default definePageConfig({ navigationBarTitleText: '请人工核对' });
