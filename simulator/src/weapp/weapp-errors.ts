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
  40037: 'invalid template_id',
  41030: 'invalid page',
  43101: 'user refuse to accept the msg',
  47003: 'argument invalid!',
  40056: 'invalid serial code',
  40127: 'invalid user-card status',
  41012: 'missing cardid',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45009: 'reach max api daily quota limit',
  45030: 'no permission of this cardid',
  41001: 'access_token missing',
  42001: 'access_token expired',
  40002: 'invalid grant_type',
} as const;

export const refused = (errcode: keyof typeof ERRORS, more = ''): Reply => json({ errcode, errmsg: `${ERRORS[errcode]}${more}, rid: 00000000-00000000-00000000` });

export const done = (fields: object): Reply => json({ errcode: 0, errmsg: 'ok', ...fields });
