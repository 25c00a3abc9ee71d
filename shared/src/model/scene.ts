import * as z from 'zod/mini';
import type { Channel } from './channel';
import type { Entry } from './scene-entry';
import { SCENES } from './scene-table';

/** The platform's number of the way by which the mini-program was opened. */
export const Scene = z.string().check(z.regex(/^\w{1,32}$/, '入口编号应为32位以内的字母或数字'));

/** A platform adds scenes as it likes: one that is not in the table is `other`. */
export const entryOf = (channel: Channel, scene: string | undefined): Entry => SCENES[channel].get(scene ?? '') ?? 'other';

/** 从另一个小程序返回, the same number on both platforms: the person was here before, so it is no way in. */
export const RETURNED_SCENE = '1038';
