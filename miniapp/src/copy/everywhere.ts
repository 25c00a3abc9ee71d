export const everywhere = {
  /** 全国医保服务热线, where no region's own is known. */
  hotline: '12393',
  callHotline: (hotline: string) => `拨打医保热线 ${hotline}`,
  requestId: (id: string) => `问题编号 ${id.slice(0, 8)}`,
} as const;
