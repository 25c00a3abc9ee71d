import type { PhoneState } from '@yibao/shared';
import { useState } from 'react';
import { phoneSteps as text } from '../../copy/phone';
import { Changed } from './changed';
import { Current } from './current';
import { Declined } from './declined';
import { GuideSteps } from './guide-steps';
import type { RoomProps } from './room-props';
import { useAccount } from './use-account';

const NONE = { account: false, unbound: false, activated: false };

const numberOf = ({ current }: PhoneState) => current?.phone ?? '';

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
