/** Words with which apps decline what they do not have at all: other hosts than WeChat's own app, old versions, no permission. */
const LACKING = /not support|unsupported|not exist|not available|permission denied|no permission|access denied/i;

const textOf = (reason: unknown): string => {
  const { errMsg, errorMessage } = (reason ?? {}) as { errMsg?: unknown; errorMessage?: unknown };
  return [errMsg, errorMessage].filter((one) => typeof one === 'string').join(' ');
};

/** What a refused call to the wallet means: the person closed the sheet, the app cannot do it, or it did not work. */
export function failureOf(reason: unknown): 'cancelled' | 'unsupported' | 'failed' {
  const text = textOf(reason);
  if (/cancel/i.test(text)) return 'cancelled';
  return LACKING.test(text) ? 'unsupported' : 'failed';
}
