export default definePageConfig({ navigationBarTitleText: '激活医保码' });
