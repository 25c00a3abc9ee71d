import type { AskToSubscribe } from './subscribe';

export const askToSubscribe: AskToSubscribe = (ids) =>
  new Promise((resolve) => {
    if (!my.requestSubscribeMessage) resolve('unsupported');
    else my.requestSubscribeMessage({ entityIds: ids, success: ({ behavior }) => resolve(behavior === 'subscribe' ? 'allowed' : 'refused'), fail: () => resolve('failed') });
  });
