import { Text, View } from '@tarojs/components';
import { named } from './a11y';
import { Icon, type IconName } from './icon';
import { saying } from './saying';
import { Tappable } from './tappable';
import './cell.scss';

interface Props {
  readonly id?: string;
  readonly icon?: IconName;
  readonly title: string;
  readonly note?: string | undefined;
  readonly value?: string | undefined;
  /** A row that leads somewhere. */
  readonly onClick?: (() => void) | undefined;
}

const Body = ({ icon, title, note, value, onClick }: Props) => (
  <>
    {icon ? <Icon name={icon} /> : null}
    <View className="cell__words">
      <Text className="cell__title">{title}</Text>
      {note ? <Text className="cell__note">{note}</Text> : null}
    </View>
    {value ? <Text className="cell__value">{value}</Text> : null}
    {onClick ? <Icon name="next" colour="quiet" /> : null}
  </>
);

/** One row of a card: a fact, or a way to another screen. */
export const Cell = (props: Props) => {
  const { id, title, note, value, onClick } = props;
  if (!onClick)
    return (
      <View {...named(id)} className={value ? 'cell cell--fact' : 'cell'}>
        <Body {...props} />
      </View>
    );
  return (
    <Tappable id={id} role="button" label={saying(title, note, value)} className="cell" pressedClass="cell--pressed" onTap={onClick}>
      <Body {...props} />
    </Tappable>
  );
};
