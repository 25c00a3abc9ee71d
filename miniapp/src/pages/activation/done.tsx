import { View } from '@tarojs/components';
import type { Activation } from '@yibao/shared';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { Icon } from '../../components/icon';
import { Card, Words } from '../../components/page';
import { activation as copy } from '../../copy/activation';
import { momentText } from '../../copy/moment';
import { NoticeOffer } from '../../notice/notice-offer';
import { channel } from '../../platform/channel';
import { goOnTo, open, startOverAt } from '../../platform/navigate';

const { done: text } = copy;

export const Done = ({ activation: { region, activatedAt, receipt } }: { activation: Extract<Activation, { status: 'done' }> }) => (
  <>
    <Card id="activation-done">
      <View className="activation__done">
        <Icon name="shield" colour="success" size="large" />
      </View>
      <Words look="title" center>
        {text.title}
      </Words>
      <Cell title={text.region} value={region.name} />
      <Cell title={text.at} value={momentText(activatedAt)} />
      <Cell id="receipt" title={text.receipt} value={receipt} />
    </Card>
    <NoticeOffer />
    <Button id="show-code" label={text.show} onClick={() => goOnTo('/pages/voucher/voucher')} />
    <Button id="to-wallet" look="second" label={text.wallet[channel]} onClick={() => open('/pages/wallet/wallet')} />
    <Button id="home" look="second" label={text.home} onClick={() => startOverAt('/pages/home/home')} />
  </>
);
