import { Text, View } from '@tarojs/components';
import type { BindingView } from '@yibao/shared';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Card, Words } from '../../components/page';
import { binding as text } from '../../copy/binding';
import { everywhere } from '../../copy/everywhere';
import './binding.scss';

interface Props {
  readonly at: number;
  readonly binding: BindingView;
  readonly onUnbind: () => void;
}

/** One binding; that of another channel ends there, or with all. */
export const Bound = ({ at, binding: { channel, device, boundAt, usedAt, current, closable }, onUnbind }: Props) => (
  <Card id={`binding-${at}`}>
    <View className="binding__head">
      <Icon name="phone" />
      <Text className="binding__name">{everywhere.channels[channel]}</Text>
      {current ? <Text className="binding__here">{text.here}</Text> : null}
    </View>
    <Words>{text.device(device)}</Words>
    <Words look="secondary">{text.since(boundAt)}</Words>
    <Words look="secondary">{text.used(usedAt)}</Words>
    {closable ? <Button id={`unbind-${at}`} look="second" label={text.unbind} onClick={onUnbind} /> : <Words look="secondary">{text.elsewhere(channel)}</Words>}
  </Card>
);
