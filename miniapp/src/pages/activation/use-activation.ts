import { type Activation, readActivation } from '@yibao/shared';
import { useEffect, useState } from 'react';
import { useDidShow } from '../../platform/lifecycle';
import { call } from '../../api/call';
import { refusalOf } from '../../api/refusal-of';
import type { Answer } from '../../api/use-answer';

/** Where the activation stands: read when the wizard opens, again on return where it could not be read, then told by each step. */
export function useActivation() {
  const [answer, setAnswer] = useState<Answer<Activation>>({ state: 'waiting' });
  const goOn = (activation: Activation) => setAnswer({ state: 'answered', answer: activation });
  const ask = () => {
    setAnswer({ state: 'waiting' });
    void call(readActivation, {}).then(goOn, (reason: unknown) => setAnswer({ state: 'refused', refusal: refusalOf(reason) }));
  };
  useEffect(ask, []);
  useDidShow(() => {
    if (answer.state === 'refused') ask();
  });
  return { answer, ask, goOn };
}
