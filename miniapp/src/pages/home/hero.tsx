import { Text, View } from '@tarojs/components';
import type { Channel } from '@yibao/shared';
import { Button } from '../../components/button';
import { Icon, type IconName } from '../../components/icon';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { everywhere } from '../../copy/everywhere';
import { home as text } from '../../copy/home';
import { momentText } from '../../copy/moment';
import { wordsOf } from '../../copy/refusals';
import type { Offer } from './offer';

const NEEDS: readonly IconName[] = ['person', 'face', 'clock'];

const Preparation = ({ channel }: { channel: Channel }) => (
  <Card>
    <Words look="strong">{text.prepareTitle}</Words>
    {text.prepare(everywhere.channels[channel]).map((need, at) => (
      <View key={need} className="home__need">
        <Icon name={NEEDS[at]!} />
        <Text className="home__need-words">{need}</Text>
      </View>
    ))}
    <Words look="secondary">{text.fallback}</Words>
  </Card>
);

export const ActivateHero = ({ channel, onActivate }: { channel: Channel; onActivate: () => void }) => (
  <>
    <View className="hero">
      <Text className="hero__slogan">{text.slogan}</Text>
      <Text className="hero__words">{text.what}</Text>
      <Button id="activate" look="onColour" label={text.activate} onClick={onActivate} />
    </View>
    <Preparation channel={channel} />
  </>
);

interface ResumeProps {
  readonly offer: Extract<Offer, { kind: 'resume' }>;
  readonly onResume: () => void;
}

const Closed = ({ region }: { region: string }) => {
  const { title, remedy } = wordsOf({ code: 'REGION_NOT_OPEN', details: { region } });
  return <Notice id="region-closed" tone="warn" title={title} body={remedy} />;
};

export const ResumeHero = ({ offer: { step, savedUntil, closed }, onResume }: ResumeProps) => (
  <>
    {closed ? <Closed region={closed.name} /> : null}
    <View className="hero">
      <Text className="hero__title">{text.resumeTitle}</Text>
      <Text id="resume-words" className="hero__words">
        {text.resume(step, momentText(savedUntil))}
      </Text>
      <Button id="resume" look="onColour" label={text.resumeButton} onClick={onResume} />
    </View>
  </>
);

interface ShowProps {
  readonly offer: Extract<Offer, { kind: 'show' }>;
  readonly onShow: () => void;
}

export const ShowHero = ({ offer: { holder, region }, onShow }: ShowProps) => (
  <View className="hero">
    {holder ? <Text className="hero__title">{holder}</Text> : null}
    <View className="hero__place">
      <Icon name="place" colour="white" />
      <Text id="home-region">{`${text.regionLabel} ${region.name}`}</Text>
    </View>
    <Button id="show-code" look="onColour" label={text.show} onClick={onShow} />
    {holder ? <Text className="hero__foot">{text.offlineToo}</Text> : null}
  </View>
);
