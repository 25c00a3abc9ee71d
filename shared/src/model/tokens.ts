import * as z from 'zod/mini';

/** A one-time code of a platform (wx.login, my.getAuthCode, city service): opaque, short-lived. */
export const OneTimeCode = z.string('缺少平台登录凭证').check(z.minLength(1, '缺少平台登录凭证'), z.maxLength(512, '平台登录凭证过长'));

/** Made once by the mini-program on each device: 32 lower-case hex digits. */
export const DeviceId = z.string('缺少设备编号').check(z.regex(/^[0-9a-f]{32}$/, '设备编号应为32位小写十六进制'));

/** The header in which a phone names itself with each call of a session: the device that the session was begun on, and serves on. Lower case, as functions read headers. */
export const DEVICE_HEADER = 'x-device';

/** 256 random bits, base64url, 43 characters. */
export const SessionToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
