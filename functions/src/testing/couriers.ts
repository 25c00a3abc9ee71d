import type { Channel, Way } from '@yibao/shared';
import { type ChannelNeeds, channelCourier, running, textCourier } from '../couriers';
import type { PostedErrand } from '../errand/errand';
import type { EventRows } from '../errand/events-in';
import type { TextNeeds } from '../notice/text';
import type { Messages } from '../upstream/ports';

interface Needs extends Omit<ChannelNeeds, 'post' | 'messages'>, TextNeeds {
  readonly messages: Readonly<Record<Channel, Messages>>;
  readonly events: EventRows;
  /** Told of every message that is left in a queue. */
  readonly onLeft?: (errand: PostedErrand) => void;
}

/** The queues and couriers of all ways in memory. What failed comes again with the next turn; then the first failure is thrown. */
export function couriersOf(needs: Needs) {
  let waiting: PostedErrand[] = [];
  const post = {
    async leave(errands: readonly PostedErrand[]) {
      const left = JSON.parse(JSON.stringify(errands)) as PostedErrand[];
      for (const errand of left) needs.onLeft?.(errand);
      waiting.push(...left);
    },
  };
  const channel = (name: Channel) => running(channelCourier(name, { ...needs, messages: needs.messages[name], post }), needs.events);
  const couriers: Readonly<Record<Way, (errand: PostedErrand) => Promise<void>>> = { weapp: channel('weapp'), alipay: channel('alipay'), sms: running(textCourier(needs), needs.events) };
  const turn = async () => {
    const failed: { readonly errand: PostedErrand; readonly reason: unknown }[] = [];
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const errand = next;
      await couriers[errand.way](errand).catch((reason: unknown) => failed.push({ errand, reason }));
    }
    waiting = failed.map(({ errand }) => errand);
    if (failed[0]) throw failed[0].reason;
  };
  return { post, turn };
}
