import { Text, View } from '@tarojs/components';
import { unsaid } from './a11y';
import './steps.scss';

interface Props {
  /** The words that carry the progress, e.g. 第2步，共6步：验证身份. */
  readonly title: string;
  readonly at: number;
  readonly of: number;
}

/** Segments and steps are counted from 1. */
const stateOf = (segment: number, at: number) => (segment < at ? 'done' : segment === at ? 'now' : 'next');

export const Steps = ({ title, at, of }: Props) => (
  <View className="steps">
    <Text id="step-title" className="steps__title">
      {title}
    </Text>
    <View className="steps__track" {...unsaid()}>
      {Array.from({ length: of }, (_, segment) => (
        <View key={segment} className={`steps__segment steps__segment--${stateOf(segment + 1, at)}`} />
      ))}
    </View>
  </View>
);
