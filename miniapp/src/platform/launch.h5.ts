import type { Launched } from '@yibao/shared';

export const launchOf = (): Launched => ({ scene: window.phone.scene, query: window.phone.query });
