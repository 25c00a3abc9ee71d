import { type Channel } from '@yibao/shared';
import { accounts } from './pages/account';
import { activating } from './pages/activation';
import { bindings } from './pages/binding';
import { feedbacks } from './pages/feedback';
import { home } from './pages/home';
import { phones } from './pages/phone';
import { pins } from './pages/pin';
import { aboutOneself } from './pages/settings';
import { usesOfCode, voucher } from './pages/voucher';
import { wallets } from './pages/wallet';
import { type State } from './state';

/** Every look of every page. */
export const STATES: readonly State[] = [...home, ...voucher, ...usesOfCode, ...activating, ...pins, ...aboutOneself, ...bindings, ...phones, ...wallets, ...feedbacks, ...accounts];

/** The app on a platform, or the web build posing as it. */
export const TARGETS = ['weapp', 'alipay', 'web'] as const;
export type Target = (typeof TARGETS)[number];

/** The web build poses as WeChat, but for what is in Alipay only. */
export const channelOn = (target: Target, { only }: State): Channel => (target === 'web' ? (only ?? 'weapp') : target);

export const statesOn = (target: Target): readonly State[] =>
  STATES.filter(({ only, web }) => (target === 'web' ? web !== false : only === undefined || only === target));

export const stateNamed = (page: string, name: string): State => {
  const state = STATES.find((each) => each.page === page && each.name === name);
  if (state === undefined) throw new Error(`there is no state ${name} of ${page}`);
  return state;
};
