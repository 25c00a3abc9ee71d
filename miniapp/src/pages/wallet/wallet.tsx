import type { Wallet } from '@yibao/shared';
import { useEffect } from 'react';
import { Page } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { Skeleton } from '../../components/skeleton';
import { wallet as text } from '../../copy/wallet';
import { hasWallet } from '../../platform/card';
import { goOnTo, startOverAt } from '../../platform/navigate';
import { usePage } from '../../state/use-page';
import { CardView } from './card-view';
import { stageOf } from './stage';
import { useWallet, type WalletLife } from './use-wallet';
import './wallet.scss';

/** Alipay needs seconds to put a pass into the wallet. */
const LOOK_AGAIN_MS = 2000;

/** Looks again for as long as the platform is at it. */
function useLookingAgain(isAdding: boolean, wallet: Wallet | undefined, ask: () => void): void {
  useEffect(() => {
    if (!isAdding) return undefined;
    const timer = setTimeout(ask, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isAdding, wallet]);
}

const activate = () => goOnTo('/pages/activation/activation');
const home = () => startOverAt('/pages/home/home');

const Known = ({ wallet, life }: { wallet: Wallet; life: WalletLife }) => {
  const { refusal, trouble } = life;
  const stage = stageOf({ wallet, trouble, refusal, able: hasWallet() });
  useLookingAgain(stage === 'adding', wallet, life.look);
  return (
    <>
      {refusal && stage !== 'unsupported' ? <RefusalView refusal={refusal} remedies={{ retry: life.clear, home, activate, resume: activate }} /> : null}
      <CardView stage={stage} wallet={wallet} life={life} />
    </>
  );
};

/** 卡包: whether the voucher is in the platform's wallet, the way to put it there and to open it (WAL-1, WAL-2); else another shortcut (WAL-3). */
export default function WalletPage() {
  const isElder = usePage(text.bar);
  const life = useWallet();
  const { answer } = life;
  const body = () => {
    if (answer.state === 'waiting') return <Skeleton label={text.waiting} bars={4} />;
    if (answer.state === 'refused') return <RefusalView refusal={answer.refusal} remedies={{ retry: life.look, home, activate, resume: activate }} />;
    return <Known wallet={answer.answer} life={life} />;
  };
  return <Page elder={isElder}>{body()}</Page>;
}
