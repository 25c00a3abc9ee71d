import type { SigningNeeds } from './ask';
import type { Sms } from './ports';
import { aliyunSmsAt } from './sms-aliyun';
import type { SmsConfig } from './sms-config';
import { tencentSmsAt } from './sms-tencent';

/** The text-message provider of the configuration. The sentence itself is a template that the provider has approved. */
export const smsAt = (config: SmsConfig, needs: SigningNeeds): Sms => (config.provider === 'tencent' ? tencentSmsAt(config, needs) : aliyunSmsAt(config, needs));
