import { Text, View } from '@tarojs/components';
import { readActivation } from '@yibao/shared';
import { useEffect } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Cell } from '../../components/cell';
import { Card, Page, Words } from '../../components/page';
import { RefusalView } from '../../components/refusal-view';
import { Skeleton } from '../../components/skeleton';
import { Tappable } from '../../components/tappable';
import { everywhere } from '../../copy/everywhere';
import { home as text } from '../../copy/home';
import { channel } from '../../platform/channel';
import { callPhone, open } from '../../platform/navigate';
import { card } from '../../state/card';
import { elder } from '../../state/elder';
import { takeAwaited } from '../../state/from-wallet';
import { useRestored } from '../../state/restored';
import { usePage } from '../../state/use-page';
import { ActivateHero, ResumeHero, ShowHero } from './hero';
import { type Offer, offerOf } from './offer';
import { Unbound } from './unbound';
import './home.scss';

const activate = () => open('/pages/activation/activation');
const show = () => open('/pages/voucher/voucher');

const Main = ({ offer, onRetry }: { offer: Offer; onRetry: () => void }) => {
  switch (offer.kind) {
    case 'waiting':
      return <Skeleton label={text.waiting} />;
    case 'refused':
      return <RefusalView refusal={offer.refusal} remedies={{ retry: onRetry, call: () => callPhone(everywhere.hotline) }} />;
    case 'activate':
      return (
        <>
          <Unbound />
          <ActivateHero channel={channel} onActivate={activate} />
        </>
      );
    case 'resume':
      return <ResumeHero offer={offer} onResume={activate} />;
    case 'show':
      return <ShowHero offer={offer} onShow={show} />;
  }
};

const ElderSwitch = ({ on }: { on: boolean }) => {
  const label = on ? text.elderOff : text.elderOn;
  return (
    <View className="home__top">
      <Words look="title">{text.title}</Words>
      <Tappable id="elder-switch" role="switch" label={label} states={{ checked: String(on) }} className="home__switch" pressedClass="cell--pressed" onTap={() => void elder.set(!on)}>
        <Text>{label}</Text>
      </Tappable>
    </View>
  );
};

const Ways = ({ offer }: { offer: Offer }) => {
  const hotline = offer.kind === 'show' ? offer.region.hotline : everywhere.hotline;
  return (
    <Card tight>
      {offer.kind === 'show' ? <Cell id="uses" icon="clock" title={text.uses} note={text.usesNote} onClick={() => open('/pages/voucher/uses')} /> : null}
      <Cell id="regions" icon="place" title={text.regions} note={text.regionsNote} onClick={() => open('/pages/region/region')} />
      <Cell id="settings" icon="settings" title={text.settings} note={text.settingsNote} onClick={() => open('/pages/settings/settings')} />
<Cell id="lost" icon="warn" title={text.lost} note={text.lostNote} onClick={() => open('/pages/binding/lost')} />
      <Cell id="hotline" icon="call" title={text.hotline} note={hotline} onClick={() => callPhone(hotline)} />
    </Card>
  );
};

export default function HomePage() {
  const isElder = usePage(text.bar);
  const restored = useRestored();
  const voucher = card.useValue()?.voucher;
  const { answer, ask } = useAnswer(readActivation, {});
  const offer: Offer = restored ? offerOf(answer, voucher, channel) : { kind: 'waiting' };
  const isGone = restored && answer.state === 'answered' && answer.answer.status !== 'done';
  useEffect(() => {
    if (isGone) void card.forget();
  }, [isGone]);
  useEffect(() => {
    if (answer.state === 'answered' && takeAwaited() && offer.kind === 'show') show();
  }, [answer]);
  return (
    <Page elder={isElder}>
      <ElderSwitch on={isElder} />
      <Main offer={offer} onRetry={ask} />
      <Ways offer={offer} />
    </Page>
  );
}
