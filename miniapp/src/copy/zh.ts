import { activation } from './activation';
import { everywhere } from './everywhere';
import { home } from './home';
import { region } from './region';
import { uses, voucher } from './voucher';

/** Every text of the screens. What is said about a refusal comes from the vocabulary that the service uses too. */
export const zh = { everywhere, home, activation, voucher, uses, region } as const;
