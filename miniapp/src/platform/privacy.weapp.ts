import { platformRefusal } from './failure';

/**
 * WeChat asks in a window of its own, because nothing here listens to wx.onNeedPrivacyAuthorization (ADR 0018). Who refused is asked again at a call
 * that comes ten seconds later; earlier ones fail.
 */
export const requirePrivacy = () =>
  new Promise<void>((resolve, reject) => {
    const refused = (reason: unknown) => void platformRefusal(reason).then(reject);
    if (wx.requirePrivacyAuthorize) wx.requirePrivacyAuthorize({ success: () => resolve(), fail: refused });
    else resolve();
  });
