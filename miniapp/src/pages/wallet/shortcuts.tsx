import { Image, Text, View } from '@tarojs/components';
import { unsaid } from '../../components/a11y';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Card } from '../../components/page';
import { wallet as text } from '../../copy/wallet';
import { channel } from '../../platform/channel';
import { back } from '../../platform/navigate';
import { STEPS } from './drawings';

/** Where there is no wallet: another way that is as short, step by step with pictures. */
export const Shortcuts = () => (
  <>
    <Notice id="wallet-unsupported" tone="info" icon="wallet" title={text.unsupported} body={text.unsupportedBody[channel]} />
    <Card id="shortcuts" tight>
      {text.steps[channel].map((words, at) => (
        <View key={words} className="wallet__step">
          <Image className="wallet__picture" src={STEPS[at]!} mode="aspectFit" {...unsaid()} />
          <View className="wallet__words">
            <Text className="wallet__number">{at + 1}</Text>
            <Text>{words}</Text>
          </View>
        </View>
      ))}
    </Card>
    <Button id="back" look="second" label={text.show} onClick={back} />
  </>
);
