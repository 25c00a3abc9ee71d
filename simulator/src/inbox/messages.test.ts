import type { Message } from '@yibao/functions/src/upstream/ports';
import { weChatMessagesAt } from '@yibao/functions/src/upstream/wechat-message';
import { ALIPAY_TEMPLATES, ONE_TIME, WECHAT_TEMPLATES } from '../notice-templates';
import { outsideWithClients, refusalCode, type World } from '../testing/real-clients';

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

const SAFETY: Message = { template: 'safety', facts: ['凭证密码已经改过', '2026年11月22日 10:05', '非本人操作请拨打12393'], page: 'pages/home/home' };
const SETTLED: Message = { template: 'settlement', facts: ['济南市示范人民医院', '123.45元', '100.50元', '22.95元', '2026年11月22日 10:05'], page: 'pages/voucher/uses' };
const REFUND: Message = { template: 'refund', facts: ['济南市示范人民医院', '22.95元', '2026年11月22日 10:30', '现金部分1到3个工作日到账'], page: 'pages/voucher/uses' };

const ids = { weapp: Object.values(WECHAT_TEMPLATES).map(({ id }) => id), alipay: Object.values(ALIPAY_TEMPLATES).map(({ id }) => id) };
const allow = { weapp: (tmplIds = ids.weapp, person = 'ok') => world.phone('weapp/subscribe', person, { tmplIds }), alipay: (person = 'ok') => world.phone('alipay/subscribe', person, { entityIds: ids.alipay }) };
const send = (channel: 'weapp' | 'alipay', message: Message, openId = world.person('ok').openId[channel]) => refusalCode(world.messages[channel].send(openId, message));
const letters = () => world.outside.inbox('ok');

describe.each(['weapp', 'alipay'] as const)('messages of %s', (channel) => {
  test.each([SAFETY, SETTLED, REFUND])('$template comes with all its fields to who allowed it', async (message) => {
    await allow[channel]();
    expect(await send(channel, message)).toBe('not refused');
    expect(letters()).toMatchObject([{ app: channel, from: '医保码', page: message.page, lines: message.facts.map((value) => ({ value })) }]);
  });

  test('do not come to who was never asked, or said no', async () => {
    expect(await send(channel, SAFETY)).toBe('NOTICE_NOT_TAKEN');
    world.outside.people.add({ ...world.person('ok'), subscribes: false });
    await allow[channel]();
    expect(await send(channel, SAFETY)).toBe('NOTICE_NOT_TAKEN');
    expect(letters()).toEqual([]);
  });

  test('are not delivered to an account that nobody has', async () => {
    expect(await send(channel, SAFETY, 'nobody')).toBe('NOTICE_NOT_TAKEN');
  });

  test('are asked for again later where the platform fails', async () => {
    await allow[channel]();
    world.outside.faults.order({ upstream: channel, kind: 'error', times: 2 });
    expect(await send(channel, SAFETY)).toBe('UPSTREAM_BUSY');
    world.outside.faults.clear();
    expect(await send(channel, SAFETY)).toBe('not refused');
  });
});

describe('WeChat looks at every field', () => {
  const changed = (i: number, value: string): Message => ({ ...SETTLED, facts: SETTLED.facts.map((fact, at) => (at === i ? value : fact)) });
  test.each([
    ['a name of 21 characters', changed(0, '医'.repeat(21))],
    ['no name', changed(0, '')],
    ['an amount with words', changed(1, '约123元')],
    ['an ISO time', changed(4, '2026-11-22T10:05:00Z')],
    ['a page that is not released', { ...SETTLED, page: 'pages/secret/secret' }],
  ])('%s is not taken', async (_what, message) => {
    await allow.weapp();
    expect(await send('weapp', message)).toBe('NOTICE_NOT_TAKEN');
    expect(letters()).toEqual([]);
  });

  test('a field that the template has not, or an unknown template, is not taken', async () => {
    await allow.weapp();
    const client = (safety: { id: string; fields: string[] }) => weChatMessagesAt(world.secret.wechat, { safety }, { ...world.needs, tokens: { read: async () => undefined, write: async () => {} } });
    const openId = world.person('ok').openId.weapp;
    expect(await refusalCode(client({ id: ids.weapp[0]!, fields: ['thing1', 'time2', 'thing9'] }).send(openId, SAFETY))).toBe('NOTICE_NOT_TAKEN');
    expect(await refusalCode(client({ id: 'unknown', fields: ['thing1', 'time2', 'thing3'] }).send(openId, SAFETY))).toBe('NOTICE_NOT_TAKEN');
  });

  test('a permission for once is good for one message', async () => {
    await allow.weapp([ONE_TIME.id]);
    const client = weChatMessagesAt(world.secret.wechat, { safety: { id: ONE_TIME.id, fields: ['thing1', 'time2', 'thing3'] } }, { ...world.needs, tokens: { read: async () => undefined, write: async () => {} } });
    const once = () => refusalCode(client.send(world.person('ok').openId.weapp, SAFETY));
    expect([await once(), await once()]).toEqual(['not refused', 'NOTICE_NOT_TAKEN']);
    await allow.weapp([ONE_TIME.id]);
    expect(await once()).toBe('not refused');
  });

  test.each([
    [[], 10001],
    [['unknown'], 20001],
    [[...ids.weapp, ids.weapp[0]!], 20003],
    [[ids.weapp[0]!, ONE_TIME.id], 20002],
    [ids.weapp, 0],
  ])('asking for %j answers %d', async (asked, errCode) => {
    expect(await world.phone<{ errCode: number }>('weapp/subscribe', 'ok', { tmplIds: asked })).toMatchObject({ errCode });
  });
});

describe('Alipay looks at every field', () => {
  test.each([
    ['51 characters', { ...SAFETY, facts: ['字'.repeat(51), 'x', 'y'] }],
    ['a keyword too few', { ...SAFETY, facts: ['a', 'b'] }],
    ['a keyword too many', { ...SAFETY, facts: ['a', 'b', 'c', 'd'] }],
    ['no page', { ...SAFETY, page: '' }],
  ])('%s is not taken', async (_what, message) => {
    await allow.alipay();
    expect(await send('alipay', message)).toBe('NOTICE_NOT_TAKEN');
  });
});

describe.each(['sms', 'aliyunSms'] as const)('text messages by %s', (provider) => {
  const notice = { at: '11月22日10:05', what: '凭证密码已经改过' };

  test('tell what happened', async () => {
    await world[provider].sendNotice(world.person('ok').phone, notice);
    expect(letters()).toMatchObject([{ app: 'sms', text: '【医保服务】11月22日10:05，凭证密码已经改过。如有疑问请拨打12393。' }]);
  });

  test('come right after a code, but not more than ten a day', async () => {
    const { phone } = world.person('ok');
    await world[provider].sendCode(phone, '246810');
    for (let i = 0; i < 10; i += 1) expect(await refusalCode(world[provider].sendNotice(phone, notice))).toBe('not refused');
    expect(await refusalCode(world[provider].sendNotice(phone, notice))).toBe('NOTICE_NOT_TAKEN');
  });
});
