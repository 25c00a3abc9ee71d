import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import { saying } from './saying';
import { Tappable } from './tappable';
import './choice.scss';

interface Props {
  readonly id: string;
  /** One of several, or yes or no by itself. */
  readonly kind: 'radio' | 'checkbox';
  readonly title: string;
  readonly note?: string | undefined;
  readonly tag?: string | undefined;
  readonly chosen: boolean;
  /** Left out where it may be seen but not chosen. */
  readonly onChoose?: (() => void) | undefined;
  readonly children?: ReactNode;
}

const lookOf = ({ chosen, onChoose }: Props) => `choice ${chosen ? 'choice--chosen' : ''} ${onChoose ? '' : 'choice--closed'}`;

const Mark = ({ kind, chosen }: Pick<Props, 'kind' | 'chosen'>) => (
  <View className={`choice__mark choice__mark--${kind}`}>{chosen ? <Icon name="check" colour="white" /> : null}</View>
);

/** A box or a ring with its words; the whole row is the target. */
export function Choice(props: Props) {
  const { id, kind, title, note, tag, chosen, onChoose, children } = props;
  const states = { checked: String(chosen), disabled: String(!onChoose) };
  return (
    <View className={lookOf(props)}>
      <Tappable id={id} role={kind} label={saying(title, tag, note)} states={states} className="choice__row" onTap={onChoose}>
        <Mark kind={kind} chosen={chosen} />
        <View className="choice__words">
          <Text className="choice__title">{title}</Text>
          {note ? <Text className="choice__note">{note}</Text> : null}
        </View>
        {tag ? <Text className="choice__tag">{tag}</Text> : null}
      </Tappable>
      {children}
    </View>
  );
}
