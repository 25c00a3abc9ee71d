// Stands in for the simulated phone of the web build: a script that runs before the app's own.

import { type Channel } from '@yibao/shared';
import { type Step } from '../state';
import { answering } from './answering';
import { inspect } from './inspect';
import { found, pause, type Scene } from './scene';

declare global {
  interface Window {
    /** Written into the page before this script. */
    stageScene: Scene & { readonly channel: Channel };
  }
}

const scene = window.stageScene;
const errors: string[] = [];

window.addEventListener('error', ({ message }) => errors.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));

localStorage.clear();
for (const [key, value] of Object.entries(scene.kept)) localStorage.setItem(key, JSON.stringify({ data: JSON.stringify(value) }));

const said = (path: string): Record<string, unknown> => (scene.phone[path] ?? {}) as Record<string, unknown>;
const code = (path: string) => Promise.resolve({ code: said(path)['code'] ?? said(path)['authCode'] });
const number = () => Promise.resolve(scene.channel === 'weapp' ? { code: said('weapp/phone-number')['code'] } : { packet: said('alipay/phone-number')['response'] });

Object.assign(window, {
  phone: {
    channel: scene.channel,
    query: {},
    login: () => code(`${scene.channel}/login`),
    realName: () => code('weapp/realname'),
    accountCode: () => code('alipay/auth-user'),
    face: () => Promise.resolve({ done: true }),
    phoneNumber: number,
    phoneNumberAgain: () => Promise.resolve({ unavailable: true }),
    subscribe: () => Promise.resolve('allowed'),
    addCard: () => Promise.resolve({ outcome: 'added', code: 'card' }),
    openCard: () => Promise.resolve('opened'),
  },
});

const reply = answering(scene.service);
const late = () => Object.assign(new Error('late'), { name: 'AbortError' });

const answer = (method: string, path: string): Promise<Response> => {
  const answered = scene.online ? reply(method, path) : 'unreachable';
  if (answered === 'never') return new Promise(() => undefined);
  if (answered === 'unreachable') return Promise.reject(new TypeError('Failed to fetch'));
  if (answered === 'late') return Promise.reject(late());
  return Promise.resolve(new Response(JSON.stringify(answered.body), { status: answered.status }));
};

window.fetch = (input, init) => answer(init?.method ?? 'GET', new URL(input instanceof Request ? input.url : input, location.href).pathname.replace(/^\/api/, ''));

/** Of the pages below, which stay in the document, nothing is meant. */
const shown = (selector: string): HTMLElement | undefined => [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility()).at(-1);

const SETTLING = 60;

const tap = async (id: string): Promise<void> => {
  (await found(() => shown(`#${id}`), id)).click();
  await pause(SETTLING / 2);
};

const type = async (id: string, value: string): Promise<void> => {
  const field = await found(() => shown(`#${id} input`) as HTMLInputElement | undefined, id);
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.blur();
  await pause(SETTLING);
};

const act = async (step: Step): Promise<void> => {
  const [verb, what = '', value = ''] = step.split(' ');
  if (verb === 'tap') await tap(what);
  if (verb === 'type') await type(what, value);
  if (verb === 'pin') {
    await pause(SETTLING * 3);
    for (const digit of what) await tap(`key-${digit}`);
  }
};

const show = async ({ sign, steps }: Scene): Promise<void> => {
  for (const step of steps) await act(step);
  await found(() => shown(sign), sign);
  await pause(SETTLING);
};

window.stage = { show, inspect, problems: () => errors };
