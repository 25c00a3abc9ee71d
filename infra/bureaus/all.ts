import type { Bureau } from './bureau';
import { demo } from './demo';
import { jinan } from './jinan';
import { Misconfigured } from './misconfigured';

/** Every bureau that this repository deploys; a new bureau file is added here. */
export const bureaus: readonly Bureau[] = [jinan, demo];

/** The bureau with this id, or all of them. */
export function bureausNamed(id: string | undefined): readonly Bureau[] {
  if (id === undefined) return bureaus;
  const found = bureaus.filter((bureau) => bureau.id === id);
  if (found.length === 0) throw new Misconfigured(`没有叫“${id}”的部署，现有：${bureaus.map((bureau) => bureau.id).join('、')}`);
  return found;
}
