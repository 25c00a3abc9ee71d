import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '../../components/cell';
import { Card } from '../../components/page';
import { voucher as text } from '../../copy/voucher';
import { channel } from '../../platform/channel';
import { open } from '../../platform/navigate';

const Steps = () => (
  <View id="help-steps" className="voucher__help">
    {text.helpSteps.map((step, at) => (
      <Text key={step} className="voucher__help-step">{`${at + 1}. ${step}`}</Text>
    ))}
  </View>
);

/** What to do when the counter cannot scan, and the ways to the list of uses and the settings. */
export function ScanHelp() {
  const [opened, setOpened] = useState(false);
  return (
    <Card tight>
      <Cell id="uses" icon="clock" title={text.uses} onClick={() => open('/pages/voucher/uses')} />
      <Cell id="help" icon="help" title={text.help} onClick={() => setOpened(!opened)} />
      {opened ? <Steps /> : null}
      <Cell id="wallet" icon="wallet" title={text.wallet[channel]} onClick={() => open('/pages/wallet/wallet')} />
      <Cell id="phone" icon="message" title={text.phone} onClick={() => open('/pages/phone/phone')} />
      <Cell id="bindings" icon="phone" title={text.bindings} onClick={() => open('/pages/binding/binding')} />
      <Cell id="lost" icon="warn" title={text.lost} onClick={() => open('/pages/binding/lost')} />
      <Cell id="settings" icon="settings" title={text.mySettings} onClick={() => open('/pages/settings/settings')} />
    </Card>
  );
}
