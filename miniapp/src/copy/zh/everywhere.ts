import { CHANNEL_NAMES } from '@yibao/shared';
import { unbroken } from '../unbroken';

export const everywhere = {
  /** 全国医保服务热线, where no region's own is known. */
  hotline: '12393',
  callHotline: (hotline: string) => `拨打医保热线 ${unbroken(hotline)}`,
  requestId: (id: string) => `问题编号 ${id.slice(0, 8)}`,
  channels: CHANNEL_NAMES,
  /** A thing and what is said of it, as a screen reader says them. */
  pair: (one: string, other: string) => `${one}，${other}`,
  sentence: (one: string, other: string) => `${one}，${other}`,
  list: (items: readonly string[]) => items.join('、'),
} as const;
