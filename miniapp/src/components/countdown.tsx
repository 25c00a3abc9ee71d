import { Text, View } from '@tarojs/components';
import { unsaid } from './a11y';
import './countdown.scss';

interface Props {
  /** Changes when a new minute begins. */
  readonly turn: number;
  readonly seconds: number;
  /** Seconds of the minute that had passed when the bar was drawn. */
  readonly passed: number;
  readonly words: string;
}

/** A bar that the phone itself runs down over the minute, so that nothing has to be sent to the screen every second. */
export const Countdown = ({ turn, seconds, passed, words }: Props) => (
  <View className="countdown">
    <View className="countdown__track" {...unsaid()}>
      <View key={turn} className="countdown__bar" style={{ animationDuration: `${seconds}s`, animationDelay: `-${passed}s` }} />
    </View>
    <Text id="countdown-words" className="countdown__words">
      {words}
    </Text>
  </View>
);
