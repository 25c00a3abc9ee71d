import vectors from '../../../shared/src/code/code.vectors.json';
import { newOutsideKeys, type Outside, startOutside } from '../outside';
import { qa } from './qa';

const nowhere = () => 'http://127.0.0.1:9';

describe('qa code', () => {
  test.each(vectors.codes)('prints the 28 digits of $handle at $unixTime, sequence $seq, and nothing else', async ({ seedHex, handle, province, unixTime, seq, code }) => {
    const words = ['code', '--seed', seedHex, '--handle', handle, '--province', province, '--time', String(unixTime), '--seq', String(seq)];
    expect(await qa(words, nowhere)).toEqual({ code: 0, out: code });
  });

  const right: Record<string, string> = { seed: 'ab'.repeat(32), handle: '0000000001', province: '37', time: '1764000000', seq: '0' };

  test.each([
    ['seed', 'xyz'],
    ['seed', 'abc'],
    ['handle', '123'],
    ['province', '3'],
    ['time', '-5'],
    ['time', '1e9'],
    ['seq', '4'],
    ['seq', ''],
  ])('names --%s when it is %p', async (name, value) => {
    const words = Object.entries({ ...right, [name]: value }).flatMap(([key, text]) => [`--${key}`, text]);
    const outcome = await qa(['code', ...words], nowhere);
    expect(outcome).toEqual({ code: 2, err: expect.stringMatching(new RegExp(`^--${name}: [^\n]+$`)) });
  });

  test('names every option that is missing', async () => {
    const { code, err } = await qa(['code'], nowhere);
    expect([code, err?.split('\n').map((line) => line.split(':')[0])]).toEqual([2, ['--seed', '--handle', '--province', '--time', '--seq']]);
  });

  test('refuses an option that it does not know', async () => {
    expect(await qa(['code', '--sed', '00'], nowhere)).toMatchObject({ code: 2, err: expect.stringContaining('--sed') });
  });
});

describe('qa person and qa fault', () => {
  let outside: Outside;
  const at = () => outside.url;
  beforeAll(async () => {
    outside = await startOutside({ port: 0, now: () => new Date(), keys: newOutsideKeys() });
  });
  afterAll(() => outside.stop());

  test('list the ready-made persons, one a line (QA-3)', async () => {
    const { out } = await qa(['person', '--list'], at);
    expect(out?.split('\n')[0]).toMatch(/^ok +陈安宁　999999\d{11}[\dX]　139\d{8}　/);
  });

  test('make a new person of a case who is listed from then on', async () => {
    const { out } = await qa(['person', '--make', 'retired'], at);
    const id = out!.split(' ')[0]!;
    expect(id).toMatch(/^retired-/);
    expect((await qa(['person'], at)).out).toContain(`\n${id} `);
  });

  test('name the cases when one is asked for that does not exist', async () => {
    expect(await qa(['person', '--make', 'rich'], at)).toMatchObject({ code: 2, err: expect.stringContaining('too-new') });
  });

  test('turn what is special about a person, and put it back (QA-2)', async () => {
    const set = await qa(['person', '--set', 'ok', '--face', 'light-first', '--insured', 'suspended', '--subscribes', 'no', '--alipay-phone', '13900001234'], at);
    expect(set.out).toMatch(/※ face=light first insured=suspended subscribes=false alipayPhone=13900001234$/);
    expect(outside.people.byId('ok')).toMatchObject({ face: 'light first', subscribes: false, accountPhone: { alipay: '13900001234' } });
    expect((await qa(['person'], at)).out!.split('\n')[0]).toContain('face=light first');
    expect((await qa(['person', '--reset', 'ok'], at)).out).not.toContain('※');
    expect(outside.people.byId('ok')?.face).toBe('passes');
  });

  test.each([[['--set', 'ok']], [['--set', 'ok', '--face', 'angry']], [['--set', 'ok', '--alipay-phone', '139']], [['--set', 'nobody', '--face', 'light']], [['--reset']]])('refuse person %j', async (words) => {
    expect(await qa(['person', ...words], at)).toMatchObject({ code: 2, err: expect.any(String) });
    expect(outside.people.switchesOf('ok')).toEqual({});
  });

  test('tell the calls that can fail and those that came in', async () => {
    expect((await qa(['calls'], at)).out!.split('\n')).toEqual(expect.arrayContaining(['weapp jscode2session', 'alipay alipay.system.oauth.token', 'sms SendSms', 'bureau 1101']));
    await fetch(`${outside.url}/sns/jscode2session?js_code=1`);
    expect((await qa(['calls', '--seen'], at)).out).toMatch(/weapp jscode2session$/);
  });

  test('show what has come to a phone', async () => {
    expect((await qa(['inbox', '--person', 'ok'], at)).out).toContain('nothing has come');
    outside.deliver(outside.people.byId('ok')!.openId.weapp, { at: '2026-11-22T08:00:00.000Z', app: 'weapp', from: '医保服务', title: '结算通知', lines: [{ name: '金额', value: '36.50元' }] });
    expect((await qa(['inbox', '--person', 'ok'], at)).out).toBe('2026-11-22T08:00:00.000Z　微信 医保服务　结算通知　金额：36.50元');
    expect(await qa(['inbox', '--person', 'nobody'], at)).toMatchObject({ code: 2 });
  });

  test('set, list and clear a fault', async () => {
    expect(await qa(['fault', '--upstream', 'bureau', '--kind', 'delay', '--times', '2', '--ms', '50'], at)).toEqual({ code: 0, out: 'bureau: delay 50 ms × 2' });
    expect((await qa(['fault', '--upstream', 'all', '--kind', 'drop', '--call', 'jscode2session'], at)).out).toBe('bureau: delay 50 ms × 2\n* jscode2session: drop × 1');
    expect((await qa(['fault', '--list'], at)).out).toContain('× 2');
    expect((await qa(['fault', '--clear'], at)).out).toContain('no faults set');
  });

  test.each([[['fault', '--upstream', 'bureau']], [['fault', '--upstream', 'moon', '--kind', 'drop']], [['fault', '--upstream', 'sms', '--kind', 'drop', '--times', 'many']]])('refuse %j', async (words) => {
    expect(await qa(words, at)).toMatchObject({ code: 2, err: expect.any(String) });
  });

  test('say what to do when nothing runs', async () => {
    expect(await qa(['person'], nowhere)).toMatchObject({ code: 2, err: expect.stringContaining('npm start') });
  });

  test('an unknown command shows how to use it', async () => {
    expect(await qa(['persons'], at)).toMatchObject({ code: 2, err: expect.stringContaining('code --seed HEX') });
  });
});
