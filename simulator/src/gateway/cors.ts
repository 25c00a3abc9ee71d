/** Any page may call: the devtools of WeChat and Alipay show the mini-program from origins of their own. */
export const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET,POST,OPTIONS',
  'access-control-allow-headers': 'authorization,content-type,x-device',
  'access-control-max-age': '600',
};
