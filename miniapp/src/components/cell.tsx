import { Text, View } from '@tarojs/components';
import { everywhere } from '../copy/everywhere';
import { a11y, named } from './a11y';
import { Icon, type IconName } from './icon';
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
  const { id, title, value, onClick } = props;
  const leads = onClick ? { onClick, ...a11y('button', value ? everywhere.pair(title, value) : title) } : {};
  return (
    <View {...named(id)} className="cell" hoverClass={onClick ? 'cell--pressed' : 'none'} {...leads}>
      <Body {...props} />
    </View>
  );
};
