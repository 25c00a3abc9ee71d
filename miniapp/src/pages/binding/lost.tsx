import { CHANNEL_NAMES, Channel, NATIONAL_HOTLINE } from '@yibao/shared';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { Items } from '../../components/items';
import { Notice } from '../../components/notice';
import { Card, Page, Words } from '../../components/page';
import { lost as text, PLATFORM_HOTLINES } from '../../copy/binding';
import { channel } from '../../platform/channel';
import { callPhone, open } from '../../platform/navigate';
import { useElder } from '../../state/elder';

/** This platform first: whoever lost the phone has most likely borrowed one with the same app. */
const CHANNELS = [channel, ...Channel.options.filter((one) => one !== channel)];

/** 手机丢失怎么办 (UNB-2). Asks the service nothing, so that it can be read without signing in and without network. */
export default function LostPage() {
  const isElder = useElder();
  return (
    <Page elder={isElder}>
      <Notice id="lost-first" tone="warn" icon="lock" title={text.title} body={text.first} />
      <Items id="lost-steps" name="phone" colour="primary" title={text.other} items={text.otherSteps(CHANNEL_NAMES[channel])} />
      <Button id="to-bindings" label={text.openHere} onClick={() => open('/pages/binding/binding')} />
      <Words look="secondary">{text.otherNote}</Words>
      <Card tight>
        <Cell id="call-hotline" icon="call" title={`${text.hotline} ${NATIONAL_HOTLINE}`} note={text.hotlineNote} onClick={() => callPhone(NATIONAL_HOTLINE)} />
        {CHANNELS.map((one) => (
          <Cell
            key={one}
            id={`call-${one}`}
            icon="call"
            title={`${text.platformCall(CHANNEL_NAMES[one])} ${PLATFORM_HOTLINES[one]}`}
            note={text.platformNote}
            onClick={() => callPhone(PLATFORM_HOTLINES[one])}
          />
        ))}
      </Card>
      <Items id="meanwhile" name="check" colour="success" title={text.meanwhile} items={text.meanwhileItems} />
    </Page>
  );
}
