import { View } from '@tarojs/components';
import type { Wallet } from '@yibao/shared';
import type { ReactElement } from 'react';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { wallet as text } from '../../copy/wallet';
import { channel } from '../../platform/channel';
import { Shortcuts } from './shortcuts';
import type { Stage } from './stage';
import type { WalletLife } from './use-wallet';

interface Props {
  readonly wallet: Wallet;
  readonly life: WalletLife;
}

const Intro = ({ life }: Pick<Props, 'life'>) => (
  <>
    <Card id="wallet-intro">
      <View className="wallet__icon">
        <Icon name="wallet" size="large" />
      </View>
      <Words look="title" center>
        {text.title[channel]}
      </Words>
      <Words>{text.intro(channel)}</Words>
      <Words look="secondary" after>
        {text.holds}
      </Words>
    </Card>
    <Button id="add-card" label={text.add[channel]} busy={life.busy ? text.addBusy : undefined} onClick={() => life.add()} />
  </>
);

const Added = ({ wallet: { card }, life }: Props) => (
  <>
    <Notice id="wallet-added" tone="success" title={text.added} body={text.addedBody(channel)} />
    {card ? <Button id="open-card" label={text.open} busy={life.busy ? text.openBusy : undefined} onClick={() => life.show(card)} /> : null}
  </>
);

interface TroubleProps {
  readonly id: string;
  readonly words: readonly [title: string, body: string];
  readonly label: string;
  readonly busy: boolean;
  readonly onClick: () => void;
}

const InTrouble = ({ id, words: [title, body], label, busy, onClick }: TroubleProps) => (
  <Notice id={id} tone="warn" title={title} body={body}>
    <Button id="retry-card" label={label} busy={busy ? text.addBusy : undefined} onClick={onClick} />
  </Notice>
);

const Adding = () => <Notice id="wallet-adding" tone="info" icon="clock" title={text.adding} body={text.addingBody} />;

/** What is to be seen and done at each stage. */
const VIEWS: Readonly<Record<Stage, (props: Props) => ReactElement>> = {
  unsupported: () => <Shortcuts />,
  'not-added': ({ life }) => <Intro life={life} />,
  adding: () => <Adding />,
  added: (props) => <Added {...props} />,
  failed: ({ life }) => <InTrouble id="wallet-failed" words={[text.failed, text.failedBody]} label={text.retry} busy={life.busy} onClick={() => life.add()} />,
  'not-updated': ({ life }) => <InTrouble id="wallet-not-updated" words={[text.notUpdated, text.notUpdatedBody]} label={text.retry} busy={life.busy} onClick={() => life.add()} />,
  untold: ({ life }) => <InTrouble id="wallet-not-updated" words={[text.notUpdated, text.notUpdatedBody]} label={text.retry} busy={life.busy} onClick={life.look} />,
  lost: ({ life }) => <InTrouble id="wallet-lost" words={[text.lost, text.lostBody]} label={text.again} busy={life.busy} onClick={() => life.add(true)} />,
};

export const CardView = ({ stage, ...props }: Props & { stage: Stage }) => VIEWS[stage](props);
