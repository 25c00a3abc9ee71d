import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEVICE_HEADER, FACE_CONSENT, READING_AUTHORISATION, SERVICE_AGREEMENT } from '@yibao/shared';
import { type Stack, startStack } from './stack';

const ROOT = resolve(__dirname, '../../..');
const PIN = '280915';

let stack: Stack;
beforeAll(async () => {
  execFileSync(process.execPath, ['functions/build.mjs'], { cwd: ROOT });
  stack = await startStack({});
}, 60_000);
afterAll(() => stack.stop());

type Fields = Readonly<Record<string, unknown>>;

const PHONE = 'd'.repeat(32);

const signedInBy = (token: string) => ({ authorization: `Bearer ${token}`, [DEVICE_HEADER]: PHONE });

async function send(url: string, body: unknown, token?: string): Promise<Fields> {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : signedInBy(token)) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const fields = (await answer.json()) as Fields;
  if (!answer.ok) throw new Error(`${url.slice(url.lastIndexOf('/'))}: ${answer.status} ${String(fields['code'])}`);
  return fields;
}

const phone = (path: string, more: object = {}) => send(`${stack.outside}/phone/${path}`, { person: 'ok', ...more });

/** The person of the case `ok` with a voucher in WeChat. */
async function activated(): Promise<string> {
  const api = (path: string, body: unknown, token?: string) => send(`${stack.api}${path}`, body, token);
  const token = String((await api('/session', { channel: 'weapp', code: (await phone('weapp/login'))['code'], device: PHONE }))['token']);
  const person = ((await (await fetch(`${stack.outside}/phone/persons`)).json()) as { id: string; name: string; idNumber: string }[]).find(({ id }) => id === 'ok')!;
  await api('/activation/agreement', { version: SERVICE_AGREEMENT.version }, token);
  await api('/activation/identity', { name: person.name, idNumber: person.idNumber, code: (await phone('weapp/realname'))['code'] }, token);
  await api('/activation/authorisation', { version: READING_AUTHORISATION.version }, token);
  const { face } = (await api('/activation/face', { consent: FACE_CONSENT.version }, token)) as { face: { verifyId: string } };
  await phone('weapp/face', { verifyId: face.verifyId });
  await api('/activation/face/result', {}, token);
  await api('/activation/region', { region: '370100' }, token);
  await api('/activation/pin', { pin: PIN }, token);
  return token;
}

/** What has come to the person's phone, once there are so many. */
async function letters(count: number): Promise<readonly Fields[]> {
  for (let tried = 0; tried < 150; tried += 1) {
    const all = (await (await fetch(`${stack.outside}/inbox`)).json()) as { id: string; letters: Fields[] }[];
    const found = all.find(({ id }) => id === 'ok')?.letters ?? [];
    if (found.length >= count) return found;
    await sleep(100);
  }
  throw new Error(`${count} messages did not come`);
}

test('what is told of a changed PIN and of a settlement comes to the phone, through the very bundles that are deployed', async () => {
  const token = await activated();
  const { templates } = (await (await fetch(`${stack.api}/notice/templates`, { headers: signedInBy(token) })).json()) as { templates: { purpose: string; id: string }[] };
  expect(templates.map(({ purpose }) => purpose)).toEqual(['safety', 'settlement', 'refund', 'opening']);
  await phone('weapp/subscribe', { tmplIds: templates.slice(0, 3).map(({ id }) => id) });

  await send(`${stack.api}/session/step-up`, { action: 'change-pin', pin: PIN }, token);
  await send(`${stack.api}/voucher/pin`, { pin: '571938' }, token);
  expect((await letters(1))[0]).toMatchObject({ app: 'weapp', title: '账户安全提醒', lines: [{ value: '凭证密码已经改过' }, {}, {}] });

  const { message } = await send(`${stack.outside}/settlements`, { person: 'ok' });
  for (let i = 0; i < 2; i += 1) await send(`${stack.api}/notice/settlement`, message);
  expect((await letters(2))[0]).toMatchObject({ app: 'weapp', title: '医保结算通知', page: 'pages/voucher/uses', lines: [{ value: '济南市示范人民医院' }, { value: '123.45元' }, { value: '100.50元' }, { value: '22.95元' }, {}] });
  await sleep(500);
  expect(await letters(2)).toHaveLength(2);
}, 60_000);
