import { json, type Reply } from '../wire/asked';

/** Codes as WeChat's global list has them. */
const ERRORS = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40163: 'code been used',
  41001: 'access_token missing',
  42001: 'access_token expired',
  40002: 'invalid grant_type',
} as const;

export const refused = (errcode: keyof typeof ERRORS): Reply => json({ errcode, errmsg: `${ERRORS[errcode]}, rid: 00000000-00000000-00000000` });

export const done = (fields: object): Reply => json({ errcode: 0, errmsg: 'ok', ...fields });
