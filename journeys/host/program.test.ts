import { join } from 'node:path';
import { startGreeter } from './fixture/greeter';
import { type Platform } from './platform';
import { startProgram, type Program, type StartOptions } from './start';

const platforms: Platform[] = ['weapp', 'alipay'];

describe.each(platforms)('a compiled %s bundle', (platform) => {
  let program: Program | undefined;

  const start = async (options: Partial<StartOptions> = {}) => {
    program = await startProgram({ platform, directory: join(__dirname, 'fixture', platform), ...options });
    return program;
  };

  afterEach(async () => {
    await program?.close();
    program = undefined;
  });

  test('shows its first page, with templates, scripts, components and modules', async () => {
    const { page } = await start();
    expect(page.route).toBe('pages/home/home');
    expect(page.title).toBe('样例');
    expect(page.text('#greeting')).toBe('您好，第1次');
    expect(page.text('#row-1')).toBe('2. 乙');
    expect(page.text('#upper')).toBe('共2项');
    expect(page.text('.count')).toBe('0');
  });

  test('reacts to taps on elements and inside components', async () => {
    const { page } = await start();
    await page.tap('#add');
    expect(page.text('#row-2')).toBe('3. 新');
    await page.tap('.up');
    expect(page.text('.count')).toBe('2');
    if (platform === 'weapp') expect(page.text('#answer')).toBe('counted 2');
  });

  test('opens a page of a sub-package and comes back', async () => {
    const running = await start();
    await running.page.tapText('2. 乙');
    expect([running.page.route, running.page.text()]).toEqual(['sub/detail/detail', '详情：乙']);
    running.host.pages.navigate('navigateBack', {});
    expect(running.page.route).toBe('pages/home/home');
  });

  test('learns that a page does not exist', async () => {
    const { page, host } = await start();
    await page.tap('#lost');
    expect(page.text('#answer')).toBe(platform === 'weapp' ? 'navigateTo:fail page "pages/nowhere" is not found' : 'page "pages/nowhere" is not found');
    expect(host.problems.take()).toMatchObject([{ kind: 'unknown-page', where: 'pages/home/home' }]);
  });

  test('keeps at most ten pages', async () => {
    const { host } = await start();
    for (let opened = 1; opened < 10; opened++) host.pages.navigate('navigateTo', { url: '/sub/detail/detail' });
    expect(() => host.pages.navigate('navigateTo', { url: '/sub/detail/detail' })).toThrow('webview count limit exceed');
    expect(host.problems.take()).toMatchObject([{ kind: 'too-many-pages' }]);
    host.pages.navigate('reLaunch', { url: '/pages/home/home' });
    expect(host.pages.stack).toHaveLength(1);
  });

  test('fills in a form whose button is disabled until one agrees', async () => {
    const running = await start();
    await running.page.tap('#to-form');
    const { page } = running;
    expect(page.title).toBe('表单');
    await page.input('#name', '一二三四五六');
    await page.pick('#region', 1);
    expect(page.text('#region-text')).toBe('青岛市');
    await page.tap('#big-label');
    await page.check('#male');
    await expect(page.tap('#submit')).rejects.toThrow('is disabled');
    await page.check('#agree');
    await page.tap('#submit');
    expect(JSON.parse(page.text('#result'))).toEqual({ name: '一二三四', region: 1, big: true, agree: ['yes'], sex: 'm' });
    expect(page.images()).toEqual([{ src: 'data:image/svg+xml;base64,PHN2Zy8+', label: '图' }]);
  });

  test('gets the scripted reply of a person from an open-type button', async () => {
    const name = platform === 'weapp' ? 'open-type:getPhoneNumber' : 'open-type:getAuthorize';
    const { page } = await start({ entry: { path: 'pages/form/form' }, answers: { [name]: async () => ({ code: 'from-the-phone' }) } });
    await page.tap('#phone');
    expect(JSON.parse(page.text('#result'))).toMatchObject({ code: 'from-the-phone' });
  });

  test('keeps its storage over a restart', async () => {
    const storage = new Map<string, string>();
    const first = await start({ storage });
    await first.close();
    const { page } = await start({ storage });
    expect(page.text('#greeting')).toBe('您好，第2次');
  });

  test('sees time pass when the clock is moved, in timers and in Date', async () => {
    const { host, page } = await start();
    await host.advance(45_000);
    expect(page.text('#seconds')).toBe('15秒');
  });

  test('reads a clock that somebody set, while timers go on as they did', async () => {
    const { host, page } = await start();
    host.clock.set(-3_600_000);
    await host.advance(2_000);
    expect(page.text('#seconds')).toBe('3658秒');
  });

  test('is told by its platform that the storage is full', async () => {
    const { host } = await start();
    const set = host.surface['setStorage'] as (options: object) => void;
    const large = 'x'.repeat(2 ** 20);
    const failure = new Promise((fail) => {
      set({ key: 'large', data: large, fail });
    });
    expect(await failure).toMatchObject(platform === 'weapp' ? { errMsg: 'setStorage:fail exceed storage item max length' } : { error: 14 });
    const write = (at: number) => 
      new Promise((complete) => {
        set({ key: `part ${at}`, data: 'x'.repeat(190_000), complete });
      });
    const last = (await Promise.all(Array.from({ length: 60 }, (_, at) => write(at)))).at(-1);
    expect(last).toMatchObject(platform === 'weapp' ? { errMsg: 'setStorage:fail exceed storage max size 10Mb' } : { error: 12 });
  });

  test('may ask only the addresses that are registered', async () => {
    const { host, page } = await start({ domains: ['https://registered.invalid'] });
    await page.tap('#ask');
    expect(JSON.parse(page.text('#answer'))).toMatchObject(platform === 'weapp' ? { errno: 600002, errMsg: 'request:fail url not in domain list' } : { error: 11 });
    expect(host.problems.take()).toMatchObject([{ kind: 'unlisted-address', text: 'http://service.invalid' }]);
  });

  test('cannot be pulled down where its page does not say so', async () => {
    const { page } = await start();
    await expect(page.pullDown()).rejects.toThrow('cannot be pulled down');
  });

  test('talks to a service on loopback', async () => {
    const greeter = await startGreeter();
    try {
      const { page } = await start({ resolveUrl: (url) => url.replace('http://service.invalid', greeter.url) });
      await page.tap('#ask');
      expect(page.text('#answer')).toBe('200 你好，参保人');
      expect(greeter.seen).toEqual([{ method: 'GET', url: '/hello?who=参保人', probe: '1', body: '' }]);
    } finally {
      await greeter.stop();
    }
  });

  test('gets its platform’s own failure when the network is off', async () => {
    const { host, page } = await start();
    await host.network(false);
    expect(page.text('#network')).toBe('off');
    await page.tap('#ask');
    const failure = { weapp: { errno: 600001, errMsg: expect.stringContaining('ERR_INTERNET_DISCONNECTED') as string }, alipay: { error: 12 } }[platform];
    expect(JSON.parse(page.text('#answer'))).toMatchObject(failure);
  });

  test('goes to the background and returns with what another mini-program hands back', async () => {
    const { host } = await start({ entry: { scene: 1011 } });
    host.background();
    await host.foreground({ scene: 1038, referrerInfo: { appId: 'wx308bd2aeb83d3345', extraData: { code: 'abc' } } });
    expect(host.app.definition?.['log']).toEqual(['launch pages/home/home 1011', 'show 1011', 'hide', 'show 1038 abc']);
  });

  test('hears of an entry page that does not exist', async () => {
    const { host } = await start({ entry: { path: 'pages/old' } });
    expect(host.app.definition?.['log']).toContain('not found pages/old');
  });
});
