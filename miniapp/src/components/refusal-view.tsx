import { Text, View } from '@tarojs/components';
import type { Refusal, RefusalCode } from '@yibao/shared';
import { everywhere } from '../copy/everywhere';
import { labels, REFUSAL_BUTTONS, type Remedy, type RemedyButton } from '../copy/refusal-buttons';
import { wordsOf } from '../copy/refusals';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import { Card, Words } from './page';
import './refusal-view.scss';

export type Remedies = Partial<Record<Remedy, () => void>>;

interface Props {
  readonly refusal: Refusal;
  /** What this screen can do about it; a button appears for each that the refusal asks for. */
  readonly remedies: Remedies;
}

/** Refusals that somebody has to look into; the number finds them in the log. */
const TRACED = new Set<RefusalCode>(['INTERNAL', 'UPSTREAM_BUSY']);

const iconOf = ({ code }: Refusal): IconName => {
  if (code === 'OFFLINE' || code === 'TIMEOUT' || code === 'FACE_NETWORK') return 'offline';
  if (code.startsWith('FACE_')) return 'face';
  return code.startsWith('PIN_') ? 'lock' : 'warn';
};

/** What happened, why, what to do about it, and the buttons that do it. */
export function RefusalView({ refusal, remedies }: Props) {
  const { title, remedy } = wordsOf(refusal);
  const { main, second } = REFUSAL_BUTTONS[refusal.code];
  const requestId = TRACED.has(refusal.code) ? refusal.details['requestId'] : undefined;
  const button = (look: 'main' | 'second', offer: RemedyButton | undefined) => {
    const act = offer && remedies[offer.remedy];
    return offer && act ? <Button id={`refusal-${offer.remedy}`} look={look} label={labels[offer.label]} onClick={act} /> : null;
  };
  return (
    <Card id={`refusal-${refusal.code}`} className="refusal">
      <View className="refusal__icon">
        <Icon name={iconOf(refusal)} colour="warn" size="large" />
      </View>
      <Words id="refusal-title" look="title" center>
        {title}
      </Words>
      <Words center>{remedy}</Words>
      {button('main', main)}
      {button('second', second)}
      {requestId ? <Text className="refusal__number">{everywhere.requestId(String(requestId))}</Text> : null}
    </Card>
  );
}
