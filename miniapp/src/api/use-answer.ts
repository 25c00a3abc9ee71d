import type { Endpoint, Input, Output, Refusal } from '@yibao/shared';
import { useState } from 'react';
import { useDidShow } from '../platform/lifecycle';
import { call } from './call';
import { refusalOf } from './refusal-of';

export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'answered'; readonly answer: T }
  | { readonly state: 'refused'; readonly refusal: Refusal };

/**
 * What the service says to a page's question, asked whenever the page comes to the front, and on `ask`.
 * While it is asked again, and where that fails, the earlier answer stays. `tell` puts what an action has answered in its place.
 */
export function useAnswer<E extends Endpoint>(endpoint: E, input: Input<E>) {
  const [answer, setAnswer] = useState<Answer<Output<E>>>({ state: 'waiting' });
  const unlessAnswered = (next: Answer<Output<E>>) => setAnswer((before) => (before.state === 'answered' ? before : next));
  const ask = () => {
    unlessAnswered({ state: 'waiting' });
    void call(endpoint, input).then(
      (output) => setAnswer({ state: 'answered', answer: output }),
      (reason: unknown) => unlessAnswered({ state: 'refused', refusal: refusalOf(reason) }),
    );
  };
  useDidShow(ask);
  return { answer, ask, tell: (output: Output<E>) => setAnswer({ state: 'answered', answer: output }) };
}
