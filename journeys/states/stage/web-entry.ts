// Stands in for the simulated phone of the web build: a script that runs before the app's own.

import { type Channel } from '@yibao/shared';
import { type Step } from '../state';
import { answering } from './answering';
import { inspect } from './inspect';
import { holdStill } from './motionless';
import { bringTime } from './phone-time';
import { found, type Scene } from './scene';

declare global {
  interface Window {
    /** Written into the page before this script. */
    stageScene: Scene & { readonly channel: Channel };
  }
}

const scene = window.stageScene;
const time = bringTime(scene.at);
holdStill();
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

/** Also what is done to read it is waited for. */
const responseOf = (status: number, body: unknown): Response => {
  const response = new Response(JSON.stringify(body), { status });
  return Object.assign(response, { text: () => time.track(Response.prototype.text.call(response)) });
};

const answer = (method: string, path: string): Promise<Response> => {
  const answered = scene.online ? reply(method, path) : 'unreachable';
  if (answered === 'never') return new Promise(() => undefined);
  if (answered === 'unreachable') return Promise.reject(new TypeError('Failed to fetch'));
  if (answered === 'late') return Promise.reject(late());
  return Promise.resolve(responseOf(answered.status, answered.body));
};

window.fetch = (input, init) => answer(init?.method ?? 'GET', new URL(input instanceof Request ? input.url : input, location.href).pathname.replace(/^\/api/, ''));

/** Of the pages below, which stay in the document, nothing is meant. */
const shown = (selector: string): HTMLElement | undefined => [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility()).at(-1);

const appeared = <E extends HTMLElement>(selector: string): Promise<E> => found(time, () => shown(selector) as E | undefined, () => `${selector} is not on the page:\n${document.body.innerText.slice(0, 1500)}`);

const tap = async (id: string): Promise<void> => {
  (await appeared(`#${id}`)).click();
  await time.idle();
};

const type = async (id: string, value: string): Promise<void> => {
  const field = await appeared<HTMLInputElement>(`#${id} input`);
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.blur();
  await time.idle();
};

const act = async (step: Step): Promise<void> => {
  const [verb, what = '', value = ''] = step.split(' ');
  if (verb === 'tap') await tap(what);
  if (verb === 'type') await type(what, value);
  if (verb === 'pin') for (const digit of what) await tap(`key-${digit}`);
};

const show = async ({ sign, steps }: Scene): Promise<void> => {
  for (const step of steps) await act(step);
  await appeared(sign);
  await time.idle();
};

window.stage = { show, inspect, problems: () => errors };
