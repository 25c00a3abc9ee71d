import { Text, View } from '@tarojs/components';
import type { ComponentProps } from 'react';
import { Icon } from './icon';
import { Card, Words } from './page';
import './items.scss';

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
      <View key={item} className="items__item">
        <Icon {...icon} />
        <Text className="items__words">{item}</Text>
      </View>
    ))}
  </Card>
);
