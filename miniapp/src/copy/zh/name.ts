export const chinese = '中文';
