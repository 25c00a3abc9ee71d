import { Text, View } from '@tarojs/components';
import { agreementOf } from '@yibao/shared';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { FullAgreement } from '../../components/full-agreement';
import { Card, Words } from '../../components/page';
import { consent as text } from '../../copy/consent';
import { everywhere } from '../../copy/everywhere';
import { dayText } from '../../copy/moment';
import { type PurposeConsent, stateOf } from './by-purpose';
import './consent.scss';

interface Props {
  readonly found: PurposeConsent;
  readonly busy: boolean;
  readonly onWithdraw: () => void;
  readonly onGive: () => void;
}

const Head = ({ found: { latest, state } }: Pick<Props, 'found'>) => (
  <>
    <View className="consent__head">
      <Text className="consent__title">{text.titled(latest.purpose, latest.title)}</Text>
      <Text id={`state-${latest.purpose}`} className={`consent__state consent__state--${state}`}>
        {text.states[state]}
      </Text>
    </View>
    <Words>{text.purposes[latest.purpose]}</Words>
  </>
);

const Facts = ({ found: { latest, state, earlier } }: Pick<Props, 'found'>) => (
  <View className="consent__facts">
    <Cell title={text.givenAt} value={dayText(latest.at)} />
    {latest.withdrawnAt === undefined ? null : <Cell title={text.withdrawnAt} value={dayText(latest.withdrawnAt)} />}
    <Cell title={text.givenIn} value={everywhere.channels[latest.channel]} />
    <Cell title={text.version} value={latest.version} />
    {earlier.length ? <Cell title={text.earlierTitle} note={earlier.map((each) => text.earlier(dayText(each.at), text.states[stateOf(each)])).join('\n')} /> : null}
    {state === 'outdated' ? <Words look="secondary">{text.outdated}</Words> : null}
  </View>
);

/** What withdrawing leads to stands above the button, so that one tap is enough. */
const Withdraw = ({ found: { latest }, busy, onWithdraw }: Props) => (
  <>
    <Words look="strong">{text.effect}</Words>
    <Words>{text.effects[latest.purpose]}</Words>
    <Button
      id={`withdraw-${latest.purpose}`}
      look="danger"
      label={latest.purpose === 'service' ? text.withdrawService : text.withdraw}
      busy={busy ? text.withdrawBusy : undefined}
      onClick={onWithdraw}
    />
  </>
);

/** The present text; where another one was agreed to, that one before it, as it was. */
const Texts = ({ found: { latest: { purpose, version }, state } }: Pick<Props, 'found'>) => (
  <>
    {state === 'outdated' && agreementOf(purpose, version) ? (
      <>
        <Words look="strong">{text.agreedText}</Words>
        <FullAgreement id={`agreed-${purpose}`} purpose={purpose} version={version} />
      </>
    ) : null}
    {state === 'outdated' ? <Words look="strong">{text.presentText}</Words> : null}
    <FullAgreement id={`full-${purpose}`} purpose={purpose} />
  </>
);

export function ConsentCard(props: Props) {
  const { found, busy, onGive } = props;
  const { purpose } = found.latest;
  const [opened, setOpened] = useState(false);
  const give = <Button id={`give-${purpose}`} label={text.giveAgain} busy={busy ? text.giveBusy : undefined} onClick={onGive} />;
  return (
    <>
      <Card id={`consent-${purpose}`}>
        <Head found={found} />
        <Facts found={found} />
        <Button id={`text-${purpose}`} look="plain" label={opened ? text.hideText : text.showText} onClick={() => setOpened(!opened)} />
        {found.state === 'withdrawn' ? null : <Withdraw {...props} />}
        {found.state === 'valid' ? null : give}
      </Card>
      {opened ? <Texts found={found} /> : null}
    </>
  );
}
