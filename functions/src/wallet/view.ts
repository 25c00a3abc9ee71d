import type { Channel, Wallet, WalletCard } from '@yibao/shared';
import type { Sides } from './needs';
import { isStale, type WalletRecord } from './wallet';

function cardOf({ channel, serial }: WalletRecord, { weapp, alipay }: Sides): WalletCard | undefined {
  if (channel === 'weapp') return weapp && { channel, cardId: weapp.cardId, code: serial };
  return alipay && { channel, partnerId: alipay.partnerId, serialNumber: serial };
}

interface Looking {
  readonly channel: Channel;
  readonly sides: Sides;
  readonly now: Date;
}

/** What the service knows, in the words of the contract. On WeChat the phone adds the card: `adding` there is not added yet. */
export function viewOf(record: WalletRecord | undefined, { channel, sides, now }: Looking): Wallet {
  if (!sides[channel]) return { state: 'unsupported' };
  if (!record || record.state === 'ended') return { state: 'not-added' };
  const { state } = record;
  if (state === 'added') return { state, card: cardOf(record, sides) };
  return { state: state === 'adding' && channel === 'alipay' && isStale(record, now) ? 'not-updated' : state };
}
