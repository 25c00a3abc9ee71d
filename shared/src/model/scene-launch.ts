import * as z from 'zod/mini';
import type { Channel } from './channel';
import { entryOf, Scene } from './scene';
import { Entry } from './scene-entry';
import { Poster, posterIn, type Query } from './scene-poster';

/** How the mini-program was opened, as far as it is understood. */
export const Launch = z.strictObject({ scene: z.optional(Scene), poster: z.optional(Poster) });
export type Launch = z.infer<typeof Launch>;

/** As the platform tells it: WeChat gives the scene as a number, Alipay as text; either may give none. */
export interface Launched {
  readonly scene?: unknown;
  readonly query?: Query | undefined;
}

export function launchFrom({ scene, query = {} }: Launched): Launch {
  const number = Scene.safeParse(typeof scene === 'number' ? String(scene) : scene);
  const poster = posterIn(query);
  return { ...(number.success && { scene: number.data }), ...(poster && { poster }) };
}

/** Where an activation came from, for the statistics; kept with it and told in its event. */
export const Origin = z.object({
  entry: Entry,
  scene: z.optional(Scene),
  posterChannel: z.optional(Poster.shape.channel),
  posterRegion: Poster.shape.region,
  promotion: Poster.shape.promotion,
});
export type Origin = z.infer<typeof Origin>;

export const originOf = (channel: Channel, { scene, poster }: Launch): Origin => ({
  entry: entryOf(channel, scene),
  ...(scene !== undefined && { scene }),
  ...(poster && { posterChannel: poster.channel }),
  ...(poster?.region !== undefined && { posterRegion: poster.region }),
  ...(poster?.promotion !== undefined && { promotion: poster.promotion }),
});
