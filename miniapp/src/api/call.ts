import type { CallService } from './caller';

/** Asks the service. What that takes is made with the first question: a launch that shows the code waits for no part of it. */
export const call: CallService = async (endpoint, input) => {
  const { ask } = await import(/* webpackMode: "eager" */ './asking');
  return ask(endpoint, input);
};
