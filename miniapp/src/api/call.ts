import type { CallService } from './caller';

/** Asks the service. What that takes is made with the first question: a launch that shows the code waits for no part of it. */
export const call: CallService = async (endpoint, input) => {
  const { service } = await import(/* webpackMode: "eager" */ './service');
  return service(endpoint, input);
};
