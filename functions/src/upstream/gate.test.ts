import { gateTo } from './gate';

const answering = (status = 200) => {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetching = (async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    return new Response('{"sealed":"answer"}', { status });
  }) as unknown as typeof fetch;
  return { asked, pass: gateTo('https://10.1.2.3:8443/fsi/', fetching) };
};

test('a sealed message goes to the platform’s address as it is, and the answer comes back as it is', async () => {
  const { asked, pass } = answering(500);
  expect(await pass({ transaction: '1101', envelope: '{"encData":"…"}' })).toEqual({ status: 500, text: '{"sealed":"answer"}' });
  expect(asked).toMatchObject([{ url: 'https://10.1.2.3:8443/fsi/1101', init: { method: 'POST', redirect: 'error', body: '{"encData":"…"}' } }]);
});

test.each<[string, unknown]>([
  ['another transaction', { transaction: '2207', envelope: '{}' }],
  ['an address', { transaction: '1101', envelope: '{}', url: 'https://10.9.9.9/' }],
  ['a path', { transaction: '../admin', envelope: '{}' }],
  ['a flood', { transaction: '1101', envelope: 'x'.repeat(100_001) }],
  ['nothing', undefined],
])('%s does not pass', async (_, message) => {
  const { asked, pass } = answering();
  await expect(pass(message)).rejects.toThrow();
  expect(asked).toEqual([]);
});
