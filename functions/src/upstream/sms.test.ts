import { acs3Headers, acs3Query } from './acs3';
import { smsAt } from './sms';
import { SmsConfig } from './sms-config';
import { tc3Headers } from './tc3';
import { json, now, refusalOf, scriptedFetch } from './testing/scripted-fetch';

const tencent = SmsConfig.parse({ provider: 'tencent', secretId: 'id', secretKey: 'key', sdkAppId: '1400006666', signName: '医保服务', templateId: '1110' });
const aliyun = SmsConfig.parse({ provider: 'aliyun', accessKeyId: 'id', accessKeySecret: 'key', signName: '医保服务', templateCode: 'SMS_1' });
const nonce = () => 'ab'.repeat(16);
const PHONE = '13900000001';

function send(config: SmsConfig, answer: unknown) {
  const { fetch, sent } = scriptedFetch(json(answer));
  return { result: smsAt(config, { fetch, now, nonce }).sendCode(PHONE, '123456'), sent };
}

describe('signatures', () => {
  test('TC3-HMAC-SHA256 is that of Tencent Cloud’s published example', () => {
    const keys = { secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' };
    const body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}';
    expect(tc3Headers(keys, { service: 'cvm', url: 'https://cvm.tencentcloudapi.com', body, timestamp: 1551113065 })['authorization']).toBe(
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    );
  });

  test('ACS3-HMAC-SHA256 is that of Alibaba Cloud’s published example', () => {
    const query = acs3Query({ RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' });
    const request = { host: 'ecs.cn-shanghai.aliyuncs.com', action: 'RunInstances', version: '2014-05-26', query, date: '2023-10-26T10:22:32Z', nonce: '3156853299f313e23d1673dc12e1703d' };
    expect(acs3Headers({ accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' }, request)['authorization']).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });

  test('a query is escaped as RFC 3986 says', () => {
    expect(acs3Query({ b: "a b*'(!)~/+", a: '医' })).toBe('a=%E5%8C%BB&b=a%20b%2A%27%28%21%29~%2F%2B');
  });
});

describe('Tencent Cloud', () => {
  const answered = (Code: string) => ({ Response: { SendStatusSet: [{ SerialNo: '1', PhoneNumber: `+86${PHONE}`, Fee: 1, SessionContext: '', Code, Message: '', IsoCode: 'CN' }], RequestId: 'r' } });

  test('gets SendSms 2021-01-11 with number, template and code', async () => {
    const { result, sent } = send(tencent, answered('Ok'));
    await result;
    expect(sent[0]!.url.href).toBe('https://sms.tencentcloudapi.com/');
    expect(JSON.parse(sent[0]!.body)).toEqual({ PhoneNumberSet: [`+86${PHONE}`], SmsSdkAppId: '1400006666', SignName: '医保服务', TemplateId: '1110', TemplateParamSet: ['123456', '5'] });
    const { headers } = sent[0]!;
    expect(['x-tc-action', 'x-tc-version', 'x-tc-region', 'x-tc-timestamp'].map((name) => headers.get(name))).toEqual(['SendSms', '2021-01-11', 'ap-guangzhou', '1795334400']);
  });

  test.each([
    ['LimitExceeded.PhoneNumberDailyLimit', 'SMS_TOO_MANY'],
    ['LimitExceeded.PhoneNumberOneHourLimit', 'SMS_TOO_SOON', { seconds: 3600 }],
    ['LimitExceeded.PhoneNumberThirtySecondLimit', 'SMS_TOO_SOON', { seconds: 30 }],
    ['LimitExceeded.PhoneNumberSameContentDailyLimit', 'SMS_TOO_MANY'],
    ['LimitExceeded.DeliveryFrequencyLimit', 'SMS_TOO_MANY'],
    ['LimitExceeded.PhoneNumberCountLimit', 'UPSTREAM_BUSY'],
    ['FailedOperation.InsufficientBalanceInSmsPackage', 'UPSTREAM_BUSY'],
    ['FailedOperation.TemplateIncorrectOrUnapproved', 'UPSTREAM_BUSY'],
    ['InternalError.Timeout', 'UPSTREAM_BUSY'],
  ])('%s is %s', async (code, refusal, details: object = {}) => {
    expect(await refusalOf(send(tencent, answered(code)).result)).toEqual({ code: refusal, details });
  });

  test.each([{ Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: '' }, RequestId: 'r' } }, { Response: { SendStatusSet: [], RequestId: 'r' } }, {}, 'Ok'])('%j is UPSTREAM_BUSY', async (answer) => {
    expect((await refusalOf(send(tencent, answer).result)).code).toBe('UPSTREAM_BUSY');
  });
});

describe('Alibaba Cloud', () => {
  test('gets SendSms 2017-05-25 with number, template and code', async () => {
    const { result, sent } = send(aliyun, { Code: 'OK', Message: 'OK', RequestId: 'r', BizId: '9' });
    await result;
    expect([sent[0]!.url.origin, sent[0]!.body]).toEqual(['https://dysmsapi.aliyuncs.com', '']);
    expect(Object.fromEntries(sent[0]!.url.searchParams)).toEqual({ PhoneNumbers: PHONE, SignName: '医保服务', TemplateCode: 'SMS_1', TemplateParam: '{"code":"123456","minutes":"5"}' });
    const { headers } = sent[0]!;
    expect(['x-acs-action', 'x-acs-version', 'x-acs-date', 'x-acs-signature-nonce'].map((name) => headers.get(name))).toEqual(['SendSms', '2017-05-25', '2026-11-22T08:00:00Z', nonce()]);
  });

  test.each([
    [{ Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发分钟级流控Permits:1' }, 'SMS_TOO_SOON', { seconds: 60 }],
    [{ Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发小时级流控Permits:5' }, 'SMS_TOO_SOON', { seconds: 3600 }],
    [{ Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发天级流控Permits:10' }, 'SMS_TOO_MANY', {}],
    [{ Code: 'isv.AMOUNT_NOT_ENOUGH' }, 'UPSTREAM_BUSY', {}],
    [{ Code: 'isv.SMS_TEMPLATE_ILLEGAL' }, 'UPSTREAM_BUSY', {}],
    [{ Code: 'isp.SYSTEM_ERROR' }, 'UPSTREAM_BUSY', {}],
  ])('%j is %s', async (answer, code, details) => {
    expect(await refusalOf(send(aliyun, { ...answer, RequestId: 'r' }).result)).toEqual({ code, details });
  });
});

test.each([{ provider: 'other' }, { provider: 'aliyun', accessKeyId: 'id' }, {}])('%j is no configuration', (config) => {
  expect(SmsConfig.safeParse(config).success).toBe(false);
});
