export default definePageConfig({ navigationBarTitleText: '注销医保码' });
