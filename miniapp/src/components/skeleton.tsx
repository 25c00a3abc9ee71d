import { View } from '@tarojs/components';
import { a11y } from './a11y';
import './skeleton.scss';

interface Props {
  /** What is being waited for, for those who do not see the grey bars. */
  readonly label: string;
  readonly bars?: number;
}

export const Skeleton = ({ label, bars = 4 }: Props) => (
  <View className="skeleton card" {...a11y('img', label)}>
    {Array.from({ length: bars }, (_, bar) => (
      <View key={bar} className="skeleton__bar" style={{ width: `${bar % 3 === 0 ? 60 : 100 - bar * 6}%` }} />
    ))}
  </View>
);
