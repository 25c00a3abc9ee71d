import { Channel, NATIONAL_HOTLINE } from '@yibao/shared';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { Items } from '../../components/items';
import { Notice } from '../../components/notice';
import { Card, Page, Words } from '../../components/page';
import { lost as text } from '../../copy/binding';
import { everywhere } from '../../copy/everywhere';
import { channel } from '../../platform/channel';
import { callPhone, open } from '../../platform/navigate';
import { usePage } from '../../state/use-page';

/** Service numbers of the platforms. */
const PLATFORM_HOTLINES: Readonly<Record<Channel, string>> = { weapp: '95017', alipay: '95188' };

/** This platform first: whoever lost the phone has most likely borrowed one with the same app. */
const CHANNELS = [channel, ...Channel.options.filter((one) => one !== channel)];

/** 手机丢失怎么办 (UNB-2). Asks the service nothing, so that it can be read without signing in and without network. */
export default function LostPage() {
  const isElder = usePage(text.bar);
  return (
    <Page elder={isElder}>
      <Notice id="lost-first" tone="warn" icon="lock" title={text.title} body={text.first} />
      <Items id="lost-steps" title={text.other} items={text.otherSteps(everywhere.channels[channel])} />
      <Button id="to-bindings" label={text.openHere} onClick={() => open('/pages/binding/binding')} />
      <Words look="secondary">{text.otherNote}</Words>
      <Card tight>
        <Cell id="call-hotline" icon="call" title={`${text.hotline} ${NATIONAL_HOTLINE}`} note={text.hotlineNote} onClick={() => callPhone(NATIONAL_HOTLINE)} />
        {CHANNELS.map((one) => (
          <Cell
            key={one}
            id={`call-${one}`}
            icon="call"
            title={`${text.platformCall(everywhere.channels[one])} ${PLATFORM_HOTLINES[one]}`}
            note={text.platformNote}
            onClick={() => callPhone(PLATFORM_HOTLINES[one])}
          />
        ))}
      </Card>
      <Items id="meanwhile" name="check" colour="success" title={text.meanwhile} items={text.meanwhileItems} />
    </Page>
  );
}
