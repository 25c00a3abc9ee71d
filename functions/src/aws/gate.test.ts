import { throughGate } from './gate';
import { sigV4Headers } from './sigv4';

test('signs as in the example of AWS (aws-sig-v4-test-suite, post-vanilla)', async () => {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
  const call = { service: 'service', region: 'us-east-1', url: 'https://example.amazonaws.com/', body: '', at: new Date('2015-08-30T12:36:00Z') };
  expect(await sigV4Headers(credentials, call)).toEqual({
    'x-amz-date': '20150830T123600Z',
    authorization: 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  });
});

const PLACE = { region: 'cn-north-1', endpoint: 'https://lambda.cn-north-1.amazonaws.com.cn', credentials: { accessKeyId: 'key', secretAccessKey: 'secret', sessionToken: 'token' } };

function gate(answer: Response) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetching = (async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    return answer;
  }) as unknown as typeof fetch;
  return { asked, ask: throughGate('gate', PLACE, { fetch: fetching, now: () => new Date('2026-11-22T02:00:00Z') }) };
}

test('a message for the platform is handed to the gate, whatever its address says, and the answer is the platform’s', async () => {
  const { asked, ask } = gate(Response.json({ status: 502, text: 'no' }));
  const answer = await ask('https://elsewhere.example/1101', { body: 'sealed' });
  expect([answer.status, await answer.text()]).toEqual([502, 'no']);
  expect(asked).toMatchObject([{ url: `${PLACE.endpoint}/2015-03-31/functions/gate/invocations`, init: { body: '{"transaction":"1101","envelope":"sealed"}', headers: { 'x-amz-security-token': 'token' } } }]);
  expect((asked[0]!.init.headers as Record<string, string>)['authorization']).toContain('key/20261122/cn-north-1/lambda/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token');
});

test.each([['failed', new Response('{"errorMessage":"timeout"}', { headers: { 'x-amz-function-error': 'Unhandled' } })], ['may not be called', new Response('{}', { status: 403 })]])('a gate that %s is a platform that did not answer', async (_, answer) => {
  await expect(gate(answer).ask('https://x/1101', { body: 'sealed' })).rejects.toThrow(/^gate \d+$/);
});
