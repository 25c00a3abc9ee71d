import type { Launched } from '@yibao/shared';
import type { AppShow } from './app-show';

/** How the mini-program was opened: the platform tells it whenever it brings the mini-program to the front (ACT-8). */
export const launchOf = ({ scene, query }: AppShow): Launched => ({ scene, query });
