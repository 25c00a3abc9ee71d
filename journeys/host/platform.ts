export type Platform = 'weapp' | 'alipay';

/** What differs between the two platforms in a compiled bundle. */
export interface Dialect {
  readonly api: 'wx' | 'my';
  readonly template: string;
  readonly style: string;
  readonly script: string;
}

export const DIALECTS: Readonly<Record<Platform, Dialect>> = {
  weapp: { api: 'wx', template: '.wxml', style: '.wxss', script: '.wxs' },
  alipay: { api: 'my', template: '.axml', style: '.acss', script: '.sjs' },
};
