import { type PhoneState, seePhone } from '@yibao/shared';
import { useEffect, useState } from 'react';
import { call } from '../../api/call';
import { useTask } from '../../api/use-action';
import { useDidShow } from '../../platform/lifecycle';
import { type PhoneNumber, phoneNumberAgain } from '../../platform/phone-number';
import type { RoomProps } from './room-props';

const isStill = ({ current, guide }: PhoneState) => guide !== undefined && !guide.account && guide.to !== undefined && guide.to === current?.phone;

/** Looks at the account's number: on a tap, and by itself on return while step 1 is open. */
export function useAccount({ state, tell }: RoomProps) {
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
  const isOpen = state.guide?.account === false;
  const lookAgain = () => {
    if (isOpen) void phoneNumberAgain().then((number) => see(number, false)).catch(() => undefined);
  };
  useDidShow(lookAgain);
  // the page has come to the front before the service has said that step 1 is open
  useEffect(lookAgain, [isOpen]);
  return { ...task, without, isSame: looked && isStill(state), look: (number: PhoneNumber) => task.run(() => see(number, true)) };
}

export type Account = ReturnType<typeof useAccount>;
