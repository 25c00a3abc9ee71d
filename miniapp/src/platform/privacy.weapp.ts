import { platformRefusal } from './failure';

/** WeChat shows its own sheet with the agreement; who refused it is shown it again at the next call. */
export const requirePrivacy = () =>
  new Promise<void>((resolve, reject) => {
    const refused = (reason: unknown) => void platformRefusal(reason).then(reject);
    if (wx.requirePrivacyAuthorize) wx.requirePrivacyAuthorize({ success: () => resolve(), fail: refused });
    else resolve();
  });
