import * as z from 'zod/mini';
import { AlipayConfig } from './upstream/alipay-keys';
import { BureauConfig } from './upstream/bureau-message';
import { GateAddress } from './upstream/gate';
import { MessageTemplates } from './upstream/message-config';
import { SecureUrl } from './upstream/secure-url';
import { SmsConfig } from './upstream/sms-config';
import { WeChatConfig } from './upstream/wechat-config';

/** `file:///…` of a JSON document on this machine, or the ARN of one in Secrets Manager. */
const SecretUri = z.string().check(z.regex(/^(file:\/\/\/|arn:aws[a-z-]*:secretsmanager:)/));

/** `kms:` and the ARN of a key in KMS, or `file:///…` of a file on this machine. */
const KeyProviderAddress = z.string().check(z.regex(/^(file:\/\/\/|kms:arn:aws[a-z-]*:kms:)/));

export const RoomEnvironment = z.object({ TABLE_NAME: z.string().check(z.minLength(1)), KEY_PROVIDER: KeyProviderAddress });

/** Rooms that speak to the platforms also know where those credentials are. */
export const PlatformEnvironment = z.object({ PLATFORM_SECRET: SecretUri });

/** The queues in which errands are left, by URL: of all ways for who leaves them, of text messages for the couriers of channels. */
export const QueueEnvironment = z.partial(z.object({ QUEUE_WEAPP: z.url(), QUEUE_ALIPAY: z.url(), QUEUE_SMS: z.url() }));

/** How long a courier rests after each errand, in ms. */
export const CourierEnvironment = z.object({ REST_MS: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(10_000)) });

/** The gate alone knows where in the bureau's private network its platform answers. */
export const GateEnvironment = z.object({ BUREAU_URL: GateAddress });

/** Who asks the platform by the gate knows that function; the rest is in every function's environment. */
export const PastGateEnvironment = z.object({
  BUREAU_GATE: z.optional(z.string().check(z.regex(/^[\w-]+$/))),
  AWS_REGION: z._default(z.string(), ''),
  AWS_ENDPOINT_URL: z.optional(z.string()),
  AWS_ACCESS_KEY_ID: z._default(z.string(), ''),
  AWS_SECRET_ACCESS_KEY: z._default(z.string(), ''),
  AWS_SESSION_TOKEN: z.optional(z.string()),
});

/** The rooms where institutions and operators sign in know their own address, for which their assertions must be meant. */
export const TokenEnvironment = z.object({ TOKEN_ENDPOINT: SecureUrl });

/** A pilot’s bureau has no connection to its platform yet: insured persons are asked in the table (`npm run insured:import`). */
const InTable = z.strictObject({ source: z.literal('table') });

const BureauSource = z._default(z.union([BureauConfig, InTable]), { source: 'table' });

export const PlatformSecret = z.object({ wechat: WeChatConfig, alipay: AlipayConfig, sms: SmsConfig, bureau: BureauSource, messages: z._default(MessageTemplates, { weapp: {}, alipay: {} }) });
export type PlatformSecret = z.infer<typeof PlatformSecret>;
