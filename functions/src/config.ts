import * as z from 'zod/mini';
import { AlipayConfig } from './upstream/alipay-keys';
import { BureauConfig } from './upstream/bureau';
import { SmsConfig } from './upstream/sms';
import { WeChatConfig } from './upstream/wechat-config';

/** `file:///…` of a JSON document on this machine, or the ARN of one in Secrets Manager. */
const SecretUri = z.string().check(z.regex(/^(file:\/\/\/|arn:aws[a-z-]*:secretsmanager:)/));

export const RoomEnvironment = z.object({ TABLE_NAME: z.string().check(z.minLength(1)), KEY_SECRET: SecretUri });

/** Rooms that speak to the platforms also know where those credentials are. */
export const PlatformEnvironment = z.object({ PLATFORM_SECRET: SecretUri });

export const KeySecret = z.object({ rootKey: z.string().check(z.minLength(32)) });

export const PlatformSecret = z.object({ wechat: WeChatConfig, alipay: AlipayConfig, sms: SmsConfig, bureau: BureauConfig });
export type PlatformSecret = z.infer<typeof PlatformSecret>;
