export default definePageConfig({ navigationBarTitleText: '修改凭证密码' });
