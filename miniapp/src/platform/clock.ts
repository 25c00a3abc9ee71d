/** The phone's clock, milliseconds since 1970; the person may set it. */
export const phoneNow = () => Date.now();

/** Milliseconds that only ever pass; where the platform has no such clock, the phone's clock stands in. */
export const steadyNow = () => (typeof performance === 'undefined' ? Date.now() : performance.now());
