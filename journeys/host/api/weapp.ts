import { ApiFailure, type Bench } from './bench';
import { asynchronous, type Surface } from './convention';
import { privacyWindow } from './privacy';
import { weappSystemApi } from './system';

const unscripted = (name: string) => () => {
  throw new ApiFailure(`no answer is scripted for ${name}`);
};

/** APIs that WeChat alone has. Those that need a person fail until an answer is scripted. */
export const weappApi = (bench: Bench): Surface => {
  const surface: Surface = {};
  for (const name of ['login', 'requestFacialVerify', 'scanCode', 'addCard', 'openCard', 'chooseImage', 'chooseMedia']) surface[name] = asynchronous(bench, name, unscripted(name));
  return {
    ...surface,
    ...weappSystemApi(bench),
    requirePrivacyAuthorize: asynchronous(bench, 'requirePrivacyAuthorize', privacyWindow(bench)),
    getPrivacySetting: asynchronous(bench, 'getPrivacySetting', () => ({ needAuthorization: false, privacyContractName: '《小程序隐私保护指引》' })),
    requestSubscribeMessage: asynchronous(bench, 'requestSubscribeMessage', ({ tmplIds }) =>
      Object.fromEntries((Array.isArray(tmplIds) ? tmplIds : []).map((id) => [String(id), 'accept'])),
    ),
    getScreenRecordingState: asynchronous(bench, 'getScreenRecordingState', () => ({ state: 'off' })),
  };
};
