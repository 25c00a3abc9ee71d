export default definePageConfig({ navigationBarTitleText: '哪些地方已开通' });
