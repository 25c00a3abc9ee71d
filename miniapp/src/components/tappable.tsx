import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y, named } from './a11y';

interface Props {
  readonly id?: string | undefined;
  readonly role: 'button' | 'switch' | 'radio' | 'checkbox';
  /** What a screen reader says of it. */
  readonly label: string;
  readonly states?: Readonly<Partial<Record<'checked' | 'disabled', string>>>;
  readonly className: string;
  /** Its look under the finger. */
  readonly pressedClass?: string;
  /** Left out where it may be seen but not tapped. */
  readonly onTap?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** Whatever can be tapped and is no button of the platform's. Nothing else takes a tap, so nothing that does is without role and name. */
export const Tappable = ({ id, role, label, states, className, pressedClass = 'none', onTap, children }: Props) => (
  <View {...named(id)} className={className} hoverClass={pressedClass} {...(onTap ? { onClick: onTap } : {})} {...a11y(role, label, states)}>
    {children}
  </View>
);
