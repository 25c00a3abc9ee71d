/** `?channel=` of the page's address; which app the preview poses as. */
export const query = new URLSearchParams(location.search);

export const channel = query.get('channel') === 'alipay' ? 'alipay' : 'weapp';

export const COLOURS = { weapp: '#07803f', alipay: '#1260d8' } as const;

export const APP_NAMES = { weapp: '微信', alipay: '支付宝' } as const;
