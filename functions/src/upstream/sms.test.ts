import { createHash, createHmac } from 'node:crypto';
import { json, now, refusalOf, scriptedFetch } from './testing/scripted-fetch';
import { smsAt } from './sms';

const config = { url: 'https://sms.example/v1/sms/send', accessKey: 'k1', secret: '0123456789abcdef' };
const nonce = () => 'ab'.repeat(16);

test('a code is sent in the body, signed over method, path, time, nonce and body', async () => {
  const { fetch, sent } = scriptedFetch(json({ code: 0, message: 'OK', requestId: 'r1' }));
  await smsAt(config, { fetch, now, nonce }).sendCode('13900000001', '123456');
  const { headers, body, url } = sent[0]!;
  expect(JSON.parse(body)).toEqual({ phone: '13900000001', template: 'verification-code', parameters: { code: '123456', minutes: '5' } });
  expect(url.search).toBe('');
  const text = `POST\n/v1/sms/send\n${now().getTime()}\n${nonce()}\n${createHash('sha256').update(body).digest('hex')}`;
  expect(headers.get('x-signature')).toBe(createHmac('sha256', config.secret).update(text).digest('hex'));
  expect([headers.get('x-access-key'), headers.get('x-timestamp'), headers.get('x-nonce')]).toEqual(['k1', String(now().getTime()), nonce()]);
});

test.each([{ code: 1, message: 'quota', requestId: 'r1' }, {}, 'OK'])('%j is UPSTREAM_BUSY', async (answer) => {
  const { fetch } = scriptedFetch(json(answer));
  expect((await refusalOf(smsAt(config, { fetch, now, nonce }).sendCode('13900000001', '123456'))).code).toBe('UPSTREAM_BUSY');
});
