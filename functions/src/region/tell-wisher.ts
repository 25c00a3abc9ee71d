import { chinaMoment } from '@yibao/shared';
import type { Errand } from '../errand/errand';
import type { EventOf } from '../events';
import { taken } from '../pushed/taken';
import type { Message, Messages } from '../upstream/ports';
import type { Wishes } from './wish-store';

export interface WisherNeeds {
  readonly wishes: Pick<Wishes, 'openIdOf' | 'told'>;
  readonly messages: Messages;
}

/** Templates take 20 characters of text. */
const MOST = 20;

const openingMessage = ({ name, at }: EventOf<'wish.granted'>): Message => ({
  template: 'opening',
  facts: [name.slice(0, MOST), chinaMoment(new Date(at)), '现在可以激活医保码了'],
  page: 'pages/home/home',
});

/** Who is told, and by which way. */
export const wisher = ({ channel, account }: EventOf<'wish.granted'>): readonly Errand[] => [{ way: channel, work: 'opening', account }];

/**
 * Tells an account that the region it waits for has opened, once, by its platform's message; no number of it is known (ACT-5a).
 * Then its name is forgotten.
 */
export async function tellWisher(granted: EventOf<'wish.granted'>, { wishes, messages }: WisherNeeds): Promise<void> {
  const openId = await wishes.openIdOf(granted);
  if (openId === undefined) return;
  const wasTaken = await taken(messages.send(openId, openingMessage(granted)));
  await wishes.told(granted, wasTaken ? granted.channel : 'nobody');
}
