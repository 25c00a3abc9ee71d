import { ACTIVATION_KEPT_MS, Launch, type Poster, RETURNED_SCENE } from '@yibao/shared';
import * as z from 'zod/mini';
import { remembered } from './remembered';

const Kept = z.strictObject({
  /** The phone's clock at the first opening. */
  at: z.number(),
  launch: Launch,
});
type Kept = z.infer<typeof Kept>;

const kept = remembered('launch', Kept);

/** As long as an activation that rests: what was opened before has not led here. */
const isFresh = ({ at }: Kept, now: number) => now >= at && now - at < ACTIVATION_KEPT_MS;

/**
 * What led to an activation is the first opening of the day before it; an activation QR that is scanned later adds what it says,
 * so that its promotion code is not lost. Coming back from another mini-program is no opening.
 */
export function launchAfter(before: Kept | undefined, launch: Launch, now: number): Kept | undefined {
  if (launch.scene === RETURNED_SCENE) return before;
  if (!before || !isFresh(before, now)) return { at: now, launch };
  return before.launch.poster || !launch.poster ? before : { ...before, launch: { ...before.launch, poster: launch.poster } };
}

export async function noteLaunch(launch: Launch, now: number): Promise<void> {
  await kept.restore();
  const before = kept.get();
  const after = launchAfter(before, launch, now);
  if (after && after !== before) await kept.set(after);
}

/** Scanned on purpose, so it counts instead of what an earlier opening said; the way in stays. */
export const launchWith = (before: Kept | undefined, poster: Poster, now: number): Kept => (before && isFresh(before, now) ? { ...before, launch: { ...before.launch, poster } } : { at: now, launch: { poster } });

/** An activation QR that was scanned inside the mini-program. */
export async function noteScanned(poster: Poster, now: number): Promise<void> {
  await kept.restore();
  await kept.set(launchWith(kept.get(), poster, now));
}

export async function launchThatLed(now: number): Promise<Launch | undefined> {
  await kept.restore();
  const known = kept.get();
  return known && isFresh(known, now) ? known.launch : undefined;
}

export const forgetLaunch = () => kept.forget();
