import { json, refusalOf } from './testing/scripted-fetch';
import { weChat } from './testing/scripted-wechat';

describe('the phone number', () => {
  const info = (more: object = {}) => json({ errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: '13900005080', purePhoneNumber: '13900005080', countryCode: '86', watermark: { timestamp: 1, appid: 'wx1' }, ...more } });
  const asked = { openId: 'o1' };

  test('is asked for with the account to which the code must belong', async () => {
    const { client, sent } = weChat([info()]);
    expect(await client.phoneOf('c1', asked)).toBe('13900005080');
    expect(JSON.parse(sent[0]!.body)).toEqual({ code: 'c1', openid: 'o1' });
  });

  test('may have its country as a number, as the documentation’s example has', async () => {
    const { client } = weChat([info({ countryCode: 86 })]);
    expect(await client.phoneOf('c1', asked)).toBe('13900005080');
  });

  test.each([
    [info({ countryCode: '852', purePhoneNumber: '51234567' }), 'PHONE_FOREIGN'],
    [info({ purePhoneNumber: '053112345678' }), 'PHONE_PACKET_REJECTED'],
    [info({ watermark: { timestamp: 1, appid: 'wx2' } }), 'PHONE_PACKET_REJECTED'],
    [json({ errcode: 40029 }), 'PHONE_PACKET_REJECTED'],
    [json({ errcode: 40163 }), 'PHONE_PACKET_REJECTED'],
    [json({ errcode: 40003 }), 'PHONE_PACKET_REJECTED'],
    [json({ errcode: 45011 }), 'UPSTREAM_BUSY'],
    [json({ errcode: 40013 }), 'UPSTREAM_BUSY'],
    [json({ errcode: 48001 }), 'UPSTREAM_BUSY'],
    [json({ errcode: 0 }), 'UPSTREAM_BUSY'],
  ])('case %#: %s', async (answer, code) => {
    const { client } = weChat([answer]);
    expect((await refusalOf(client.phoneOf('c1', asked))).code).toBe(code);
  });
});
