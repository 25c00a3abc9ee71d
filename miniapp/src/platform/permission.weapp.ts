const open = () => wx.openAppAuthorizeSetting?.({ fail: () => undefined });

export const openPermissions = wx.openAppAuthorizeSetting ? open : undefined;

export const isCameraDenied = () => wx.getAppAuthorizeSetting?.().cameraAuthorized === 'denied';

export const isCameraAllowed = () => wx.getAppAuthorizeSetting?.().cameraAuthorized === 'authorized';
