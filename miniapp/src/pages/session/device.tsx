import { Text, View } from '@tarojs/components';
import type { SessionView } from '@yibao/shared';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Card, Words } from '../../components/page';
import { everywhere } from '../../copy/everywhere';
import { momentText } from '../../copy/moment';
import { session as text } from '../../copy/session';
import './session.scss';

interface Props {
  readonly id: string;
  readonly session: SessionView;
  readonly busy: string | undefined;
  readonly onEnd: () => void;
}

export const Device = ({ id, session: { channel, device, begunAt, seenAt, current }, busy, onEnd }: Props) => (
  <Card id={id}>
    <View className="session__head">
      <Icon name="phone" />
      <Text className="session__name">{everywhere.channels[channel]}</Text>
      {current ? <Text className="session__here">{text.here}</Text> : null}
    </View>
    <Words>{text.device(device)}</Words>
    <Words look="secondary">{text.since(momentText(begunAt))}</Words>
    <Words look="secondary">{text.seen(momentText(seenAt))}</Words>
    {current ? null : <Button id={`end-${id}`} look="second" label={text.end} busy={busy} onClick={onEnd} />}
  </Card>
);
