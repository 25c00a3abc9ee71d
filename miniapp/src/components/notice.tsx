import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y, named } from './a11y';
import { Icon, type IconName } from './icon';
import './notice.scss';

type Tone = 'info' | 'success' | 'warn' | 'danger';

const ICONS: Record<Tone, IconName> = { info: 'shield', success: 'check', warn: 'warn', danger: 'warn' };
const ROLES: Record<Tone, string> = { info: 'status', success: 'status', warn: 'alert', danger: 'alert' };
const COLOURS = { info: 'primary', success: 'success', warn: 'warn', danger: 'danger' } as const;

interface Props {
  readonly id?: string;
  readonly tone: Tone;
  readonly title: string;
  readonly body?: string | undefined;
  readonly icon?: IconName;
  /** Buttons under the words. */
  readonly children?: ReactNode;
}

/** A message that stays until its cause is gone or the person has dismissed it; colour is never its only sign. */
export const Notice = ({ id, tone, title, body, icon, children }: Props) => (
  <View {...named(id)} className={`notice notice--${tone}`} {...a11y(ROLES[tone], undefined, { live: 'polite' })}>
    <View className="notice__head">
      <Icon name={icon ?? ICONS[tone]} colour={COLOURS[tone]} />
      <Text className="notice__title">{title}</Text>
    </View>
    {body ? <Text className="notice__body">{body}</Text> : null}
    {children}
  </View>
);
