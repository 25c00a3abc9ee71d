import { type Signals } from '../api/bench';
import { isCallback, type Callback, type Plain } from '../plain';
import { type Problems } from '../problems';

/** Listeners of wx.onXxx; what a listener throws is the app's uncaught error. */
export const createSignals = (problems: Problems, adopt: (payload: Plain) => Plain): Signals => {
  const listeners = new Map<string, Callback[]>();
  return {
    listen: (name, listener) => {
      if (isCallback(listener)) listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    forget: (name, listener) => listeners.set(name, listener === undefined ? [] : (listeners.get(name) ?? []).filter((known) => known !== listener)),
    send: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) {
        try {
          listener(payload === undefined ? undefined : adopt(payload));
        } catch (cause) {
          problems.add('uncaught-error', `listener of ${name}`, cause);
        }
      }
    },
  };
};
