import { activation } from './activation';
import { everywhere } from './everywhere';
import { home } from './home';
import { pin } from './pin';
import { region } from './region';
import { uses, voucher } from './voucher';

/**
 * The texts of the screens that everybody sees; those of the rooms behind the settings lie beside this file, so that they travel in their
 * rooms' packages. What is said about a refusal comes from the vocabulary that the service uses too.
 */
export const zh = { everywhere, home, pin, activation, voucher, uses, region } as const;
