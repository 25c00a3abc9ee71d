import { type PhoneState, seePhone } from '@yibao/shared';
import { useState } from 'react';
import { call } from '../../api/call';
import { useTask } from '../../api/use-action';
import { phoneSteps as text } from '../../copy/phone';
import { useDidShow } from '../../platform/lifecycle';
import { type PhoneNumber, phoneNumberAgain } from '../../platform/phone-number';
import { Changed } from './changed';
import { Current } from './current';
import { Declined } from './declined';
import { GuideSteps } from './guide-steps';
import type { RoomProps } from './in-place';

const NONE = { account: false, unbound: false, activated: false };

const numberOf = ({ current }: PhoneState) => current?.phone ?? '';

const isStill = ({ current, guide }: PhoneState) => guide !== undefined && !guide.account && guide.to !== undefined && guide.to === current?.phone;

/** Looks at the account's number: on a tap, and by itself on return while step 1 is open. */
function useAccount({ state, tell }: RoomProps) {
  const task = useTask();
  const [without, setWithout] = useState(false);
  const [looked, setLooked] = useState(false);
  const see = async (number: PhoneNumber, isTap: boolean) => {
    if (isTap) setWithout(!('packet' in number));
    if (!('packet' in number)) return;
    const next = await call(seePhone, { packet: number.packet });
    if (isTap) setLooked(true);
    tell(next);
  };
  useDidShow(() => {
    if (state.guide && !state.guide.account) void phoneNumberAgain().then((number) => see(number, false)).catch(() => undefined);
  });
  return { ...task, without, isSame: looked && isStill(state), look: (number: PhoneNumber) => task.run(() => see(number, true)) };
}

/** Who begins once more after the end has none of the steps done. */
const stepsOf = ({ guide }: PhoneState, isFinished: boolean) => ({ steps: guide && !isFinished ? guide : NONE, to: guide?.to });

/** Alipay: the account's number is the voucher's, so it changes there; then unbinding and activating again bring it here (PHO-2). */
export function Guide({ state, tell }: RoomProps) {
  const [again, setAgain] = useState(false);
  const account = useAccount({ state, tell });
  const isFinished = state.guide?.activated === true;
  if (account.refusal) return <Declined refusal={account.refusal} onRetry={account.clear} />;
  if (isFinished && !again) return <Changed phone={numberOf(state)} body={text.finished} onMore={() => setAgain(true)} />;
  return (
    <>
      {state.bound ? <Current current={state.current} /> : null}
      <GuideSteps {...stepsOf(state, isFinished)} account={account} />
    </>
  );
}

export type Account = ReturnType<typeof useAccount>;
