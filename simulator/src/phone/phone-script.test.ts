import { runInNewContext } from 'node:vm';
import { phoneScript } from './phone-script';

interface Phone {
  readonly channel: string;
  readonly scene?: string;
  readonly query?: Readonly<Record<string, string>>;
  login(): Promise<{ code: string }>;
}

/** Runs the script in a window with this address and storage; no dialog is needed for what is asked here. */
function windowAt(search: string, stored: Record<string, string> = {}) {
  const storage = new Map(Object.entries(stored));
  const asked: string[] = [];
  const window: { phone?: Phone } = {};
  const fetch = async (path: string, { body }: { body: string }) => {
    asked.push(`${path} ${body}`);
    return { status: 200, json: async () => ({ code: 'c1' }) };
  };
  const localStorage = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    clear: () => storage.clear(),
  };
  runInNewContext(phoneScript(), { window, fetch, localStorage, location: { search }, URLSearchParams, document: { addEventListener: () => undefined } });
  return { phone: window.phone!, asked, storage };
}

test('without a word it is WeChat, and the scene is unknown', () => {
  expect(windowAt('').phone).toMatchObject({ channel: 'weapp' });
  expect(windowAt('').phone).not.toHaveProperty('scene');
});

test('the address chooses the app, the scene, the scanned code and the person', async () => {
  const { phone, asked } = windowAt('?channel=alipay&scene=1011&person=ok&c=a&r=370100');
  expect(phone).toMatchObject({ channel: 'alipay', scene: '1011', query: { c: 'a', r: '370100' } });
  expect(Object.keys(phone.query ?? {})).toEqual(['c', 'r']);
  await expect(phone.login()).resolves.toEqual({ code: 'c1' });
  expect(asked).toEqual(['/outside/phone/alipay/login {"person":"ok"}']);
});

test('the person is remembered', async () => {
  const { phone, asked } = windowAt('', { 'phone.owner': 'retired', 'phone.app': 'weapp' });
  await phone.login();
  expect(asked).toEqual(['/outside/phone/weapp/login {"person":"retired"}']);
});

test.each(['?person=retired', '?person=ok&channel=alipay'])('%s: another person or app begins with empty storage', (search) => {
  const stored = { 'phone.owner': 'ok', 'phone.app': 'weapp', session: 'token' };
  expect(windowAt(search, stored).storage.has('session')).toBe(false);
  expect(windowAt('?person=ok', stored).storage.has('session')).toBe(true);
});
