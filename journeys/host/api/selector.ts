import { isCallback, type Callback, type Plain } from '../plain';
import { type Bench } from './bench';
import { turn } from './convention';

const BOX = { id: '', dataset: {}, left: 0, top: 0, right: 375, bottom: 20, width: 375, height: 20 };

/** There is no layout: every box is the same, canvases have no node. */
const REPLIES: Readonly<Record<string, Plain>> = {
  boundingClientRect: BOX,
  fields: BOX,
  scrollOffset: { scrollTop: 0, scrollLeft: 0 },
  node: { node: null },
  context: { context: null },
};

export const selectorQuery = (bench: Bench): Callback => () => {
  const tasks: (() => unknown)[] = [];
  const query: Plain = {};
  const asking = (reply: Plain): Callback => (...given) => {
    const listener = given.find(isCallback);
    tasks.push(() => {
      listener?.(bench.adopt(reply));
      return reply;
    });
    return query;
  };
  const node = Object.fromEntries(Object.entries(REPLIES).map(([name, reply]) => [name, asking(reply)]));
  const select = () => node;
  const exec = (done: unknown) => {
    void bench.track(
      turn().then(() => {
        const replies = tasks.map((task) => task());
        if (isCallback(done)) done(bench.adopt(replies));
      }),
    );
    return query;
  };
  // Alipay asks on the query itself
  return Object.assign(query, node, { in: () => query, select: () => (bench.platform === 'weapp' ? node : query), selectAll: select, selectViewport: select, exec });
};
