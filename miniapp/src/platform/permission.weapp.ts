const open = () => wx.openAppAuthorizeSetting?.({ fail: () => undefined });

export const openPermissions = wx.openAppAuthorizeSetting ? open : undefined;

export const isCameraAllowed = () => wx.getAppAuthorizeSetting?.().cameraAuthorized === 'authorized';
