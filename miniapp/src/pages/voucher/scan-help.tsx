import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '../../components/cell';
import { Card } from '../../components/page';
import { zh } from '../../copy/zh';
import { channel } from '../../platform/channel';
import { open } from '../../platform/navigate';

const Steps = () => (
  <View id="help-steps" className="voucher__help">
    {zh.voucher.helpSteps.map((step, at) => (
      <Text key={step} className="voucher__help-step">{`${at + 1}. ${step}`}</Text>
    ))}
  </View>
);

/** What to do when the counter cannot scan, and the ways to the list of uses and the settings. */
export function ScanHelp() {
  const [opened, setOpened] = useState(false);
  return (
    <Card tight>
      <Cell id="uses" icon="clock" title={zh.voucher.uses} onClick={() => open('/pages/voucher/uses')} />
      <Cell id="help" icon="help" title={zh.voucher.help} onClick={() => setOpened(!opened)} />
      {opened ? <Steps /> : null}
      <Cell id="wallet" icon="wallet" title={zh.voucher.wallet[channel]} onClick={() => open('/pages/wallet/wallet')} />
      <Cell id="phone" icon="message" title={zh.voucher.phone} onClick={() => open('/pages/phone/phone')} />
      <Cell id="bindings" icon="phone" title={zh.voucher.bindings} onClick={() => open('/pages/binding/binding')} />
      <Cell id="settings" icon="settings" title={zh.voucher.mySettings} onClick={() => open('/pages/settings/settings')} />
    </Card>
  );
}
