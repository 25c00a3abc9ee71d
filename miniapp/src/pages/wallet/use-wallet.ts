import { addCard, confirmCard, readWallet, type CardToAdd, type WalletCard } from '@yibao/shared';
import { useState } from 'react';
import { call } from '../../api/call';
import { useTask } from '../../api/use-action';
import { useAnswer } from '../../api/use-answer';
import { addToWallet, openInWallet } from '../../platform/card';

/** What went otherwise than the service can know: the phone did not add the card, what it added is not noted yet, it does not find it. */
export type Trouble = 'failed' | 'untold' | 'lost' | 'unsupported';

/** The card's life on this page: what the service knows, and what the phone's wallet does with it. */
export function useWallet() {
  const { answer, ask, tell } = useAnswer(readWallet, {});
  const { run, ...task } = useTask();
  const [trouble, setTrouble] = useState<Trouble>();

  const addHere = async (card: CardToAdd) => {
    const adding = await addToWallet(card);
    if (adding.outcome === 'added') await call(confirmCard, { code: adding.code }).then(tell, () => setTrouble('untold'));
    else if (adding.outcome !== 'cancelled') setTrouble(adding.outcome);
  };

  const add = (again = false) =>
    run(async () => {
      setTrouble(undefined);
      const { add: card, ...wallet } = await call(addCard, again ? { again } : {});
      if (card) await addHere(card);
      else tell(wallet);
    });

  const show = (card: WalletCard) =>
    run(async () => {
      setTrouble(undefined);
      const opening = await openInWallet(card);
      if (opening !== 'opened') setTrouble(opening === 'failed' ? 'lost' : opening);
    });

  const look = () => {
    setTrouble(undefined);
    ask();
  };

  return { answer, trouble, ...task, add, show, look };
}

export type WalletLife = ReturnType<typeof useWallet>;
