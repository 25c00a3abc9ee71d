import { ApiFailure, type Bench } from './bench';

/** After a refusal the window does not come up for this long, and calls fail at once. */
const GAP_MS = 10_000;

const refused = (): never => {
  throw new ApiFailure('privacy permission is not authorized', { errno: 104 });
};

/**
 * WeChat's own window with the privacy agreement, which it shows to who has not agreed, while the app does not show one of its own. What the
 * person answers is scripted as `window:privacy`; without that they agreed before.
 */
export const privacyWindow = ({ answers, clock, phone }: Bench): (() => Promise<void>) => {
  let agreed = answers['window:privacy'] === undefined;
  let refusedAt = -Infinity;
  return async () => {
    if (agreed) return;
    if (clock.now() - refusedAt < GAP_MS) refused();
    agreed = (await answers['window:privacy']?.({}, phone)) === 'agree';
    if (agreed) return;
    refusedAt = clock.now();
    refused();
  };
};
