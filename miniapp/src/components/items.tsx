import { Text, View } from '@tarojs/components';
import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon';
import { Card, Words } from './page';
import './items.scss';

interface Props extends Pick<ComponentProps<typeof Icon>, 'colour'> {
  readonly id?: string;
  /** Stands before each point; without it they are steps, and numbered. */
  readonly name?: IconName;
  readonly title: string;
  readonly items: readonly string[];
}

/** A heading and its points. */
export const Items = ({ id, title, items, name, ...icon }: Props) => (
  <Card {...(id === undefined ? {} : { id })}>
    <Words look="strong">{title}</Words>
    {items.map((item, at) => (
      <View key={item} className="items__item">
        {name ? <Icon name={name} {...icon} /> : <Text className="items__number">{`${at + 1}`}</Text>}
        <Text className="items__words">{item}</Text>
      </View>
    ))}
  </Card>
);
