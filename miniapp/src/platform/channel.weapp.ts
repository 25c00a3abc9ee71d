import type { Channel } from '@yibao/shared';

export const channel: Channel = 'weapp';
