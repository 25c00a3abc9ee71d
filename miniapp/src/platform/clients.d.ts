/** The client functions that Taro does not know or does not type. Base libraries: WeChat 3.8.12 for the face verification. */
interface Outcomes<T> {
  success?: (answer: T) => void;
  fail?: (reason: unknown) => void;
  complete?: () => void;
}

declare const wx: {
  requirePrivacyAuthorize?: (options: Outcomes<unknown>) => void;
  openAppAuthorizeSetting?: (options: Outcomes<unknown>) => void;
  getAppAuthorizeSetting?: () => { readonly cameraAuthorized?: string };
  checkIsSupportFacialRecognition?: (options: { checkAliveType?: number } & Outcomes<unknown>) => void;
  requestFacialVerify?: (options: { verifyId: string } & Outcomes<unknown>) => void;
  setVisualEffectOnCapture?: (options: { visualEffect: 'hidden' | 'none' } & Outcomes<unknown>) => void;
  requestSubscribeMessage?: (options: { tmplIds: readonly string[] } & Outcomes<Readonly<Record<string, unknown>>>) => void;
  scanCode?: (options: { scanType: readonly string[] } & Outcomes<{ result?: string; path?: string }>) => void;
  addCard?: (options: { cardList: readonly { cardId: string; cardExt: string }[] } & Outcomes<{ cardList?: readonly { code?: string; isSuccess?: boolean }[] }>) => void;
  openCard?: (options: { cardList: readonly { cardId: string; code: string }[] } & Outcomes<unknown>) => void;
  env?: { readonly USER_DATA_PATH: string };
  getFileSystemManager?: () => {
    writeFileSync: (path: string, text: string, encoding: 'utf8') => void;
    unlink: (options: { filePath: string } & Outcomes<unknown>) => void;
  };
  shareFileMessage?: (options: { filePath: string; fileName: string } & Outcomes<unknown>) => void;
};

declare const my: {
  getAuthCode: (options: { scopes: readonly string[] } & Outcomes<{ authCode: string; authErrorScopes?: Readonly<Record<string, unknown>> }>) => void;
  startAPVerify?: (options: { certifyId: string; url: string } & Outcomes<{ resultStatus: string }>) => void;
  getPhoneNumber: (options: Outcomes<{ response: string }>) => void;
  requestSubscribeMessage?: (options: { entityIds: readonly string[] } & Outcomes<{ behavior?: string }>) => void;
  scan?: (options: { scanType: readonly string[] } & Outcomes<{ code?: string }>) => void;
  openSetting?: (options: Outcomes<unknown>) => void;
  openTicketDetail?: (options: { partnerId: string; serialNumber: string } & Outcomes<unknown>) => void;
  setVisualEffectOnCapture?: (options: { visualEffect: 'hidden' | 'none' } & Outcomes<unknown>) => void;
};
