import type { Failure } from './failure';
import type { Scanned } from './scan';

/** The person closed the scanner; the person, or the phone, does not let Alipay use the camera. */
const [CANCELLED, NOT_ALLOWED] = [10, [2001, 2002]];

function endedBy(reason: unknown): Scanned {
  const error = Number(((reason ?? {}) as Failure).error);
  if (NOT_ALLOWED.includes(error)) return { ended: 'denied' };
  return { ended: error === CANCELLED ? 'cancelled' : 'failed' };
}

const scan = () =>
  new Promise<Scanned>((resolve) => {
    my.scan?.({ scanType: ['qrCode'], success: ({ code = '' }) => resolve({ text: code }), fail: (reason) => resolve(endedBy(reason)) });
  });

export const scanCode = my.scan ? scan : undefined;
