import type { everywhere as zh } from '../zh/everywhere';
import type { Words } from '../in-languages';
import { unbroken } from '../unbroken';

export const everywhere: Words<typeof zh> = {
  hotline: '12393',
  callHotline: (hotline) => `Call the medical insurance hotline ${unbroken(hotline)}`,
  requestId: (id) => `Reference ${id.slice(0, 8)}`,
  channels: { weapp: 'WeChat', alipay: 'Alipay' },
  pair: (one, other) => `${one}, ${other}`,
  sentence: (one, other) => `${one}. ${other}`,
  list: (items) => items.join(', '),
};
