import { Text, View } from '@tarojs/components';
import type { ComponentProps } from 'react';
import { Icon } from '../../components/icon';
import { Card, Words } from '../../components/page';
import './account.scss';

interface Props extends Pick<ComponentProps<typeof Icon>, 'name' | 'colour'> {
  readonly id?: string;
  readonly title: string;
  readonly items: readonly string[];
}

/** A heading and its points. */
export const Items = ({ id, title, items, ...icon }: Props) => (
  <Card {...(id === undefined ? {} : { id })}>
    <Words look="strong">{title}</Words>
    {items.map((item) => (
      <View key={item} className="account__item">
        <Icon {...icon} />
        <Text className="account__item-words">{item}</Text>
      </View>
    ))}
  </Card>
);
