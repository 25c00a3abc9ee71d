const open = () => my.openSetting?.({ fail: () => undefined });

/** Alipay's settings of this mini-program; they list what it has asked for. */
export const openPermissions = my.openSetting ? open : undefined;

export const isCameraAllowed = () => false;
