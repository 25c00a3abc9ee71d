import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { named } from './a11y';

interface PageProps {
  /** 长辈版: one class switches every size below. */
  readonly elder: boolean;
  readonly children: ReactNode;
}

export const Page = ({ elder, children }: PageProps) => <View className={elder ? 'page page--elder' : 'page'}>{children}</View>;

interface CardProps {
  readonly id?: string;
  /** Rows bring their own space above and below. */
  readonly tight?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export const Card = ({ id, tight, className = '', children }: CardProps) => (
  <View {...named(id)} className={`card ${tight ? 'card--tight' : ''} ${className}`}>
    {children}
  </View>
);

interface WordsProps {
  readonly id?: string;
  readonly look?: 'body' | 'secondary' | 'strong' | 'title';
  readonly center?: boolean;
  /** Stands apart from what is above. */
  readonly after?: boolean;
  readonly children: ReactNode;
}

const LOOKS = { body: '', secondary: 'text--2', strong: 'text--strong', title: 'page__title' };

export const Words = ({ id, look = 'body', center, after, children }: WordsProps) => (
  <Text {...named(id)} className={`text ${LOOKS[look]} ${center ? 'text--center' : ''} ${after ? 'text--after' : ''}`}>
    {children}
  </Text>
);
