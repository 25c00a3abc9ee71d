import { activation } from './activation';
import { common } from './common';
import { home } from './home';
import { region } from './region';
import { uses, voucher } from './voucher';

/** Every text of the screens. What is said about a refusal comes from the vocabulary that the service uses too. */
export const zh = { common, home, activation, voucher, uses, region } as const;
