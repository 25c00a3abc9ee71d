import type { AskToSubscribe, Subscribing } from './subscribe';

/** The main switch is off; the mini-program or the template may not; the sheet could not come up, e.g. because nobody tapped. */
const FAILURES: Readonly<Record<number, Subscribing>> = { 20004: 'off', 20005: 'unsupported', 20001: 'unsupported', 20013: 'unsupported' };

const errCodeOf = (reason: unknown) => (typeof reason === 'object' && reason !== null && 'errCode' in reason ? Number(reason.errCode) : 0);

/** One yes is enough: each template is asked for by itself. */
const outcomeOf = (answer: Readonly<Record<string, unknown>>, ids: readonly string[]): Subscribing => (ids.some((id) => String(answer[id]).startsWith('accept')) ? 'allowed' : 'refused');

export const askToSubscribe: AskToSubscribe = (ids) =>
  new Promise((resolve) => {
    if (!wx.requestSubscribeMessage) resolve('unsupported');
    else wx.requestSubscribeMessage({ tmplIds: ids, success: (answer) => resolve(outcomeOf(answer, ids)), fail: (reason) => resolve(FAILURES[errCodeOf(reason)] ?? 'failed') });
  });
