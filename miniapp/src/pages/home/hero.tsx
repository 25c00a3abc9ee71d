import { Text, View } from '@tarojs/components';
import { CHANNEL_NAMES, type Channel, REFUSALS, wording } from '@yibao/shared';
import { Button } from '../../components/button';
import { Icon, type IconName } from '../../components/icon';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { momentText } from '../../copy/moment';
import { zh } from '../../copy/zh';
import type { Offer } from './offer';

const NEEDS: readonly IconName[] = ['person', 'face', 'clock'];

const Preparation = ({ channel }: { channel: Channel }) => (
  <Card>
    <Words look="strong">{zh.home.prepareTitle}</Words>
    {zh.home.prepare(CHANNEL_NAMES[channel]).map((need, at) => (
      <View key={need} className="home__need">
        <Icon name={NEEDS[at]!} />
        <Text className="home__need-words">{need}</Text>
      </View>
    ))}
    <Words look="secondary">{zh.home.fallback}</Words>
  </Card>
);

export const ActivateHero = ({ channel, onActivate }: { channel: Channel; onActivate: () => void }) => (
  <>
    <View className="hero">
      <Text className="hero__slogan">{zh.home.slogan}</Text>
      <Text className="hero__words">{zh.home.what}</Text>
      <Button id="activate" look="onColour" label={zh.home.activate} onClick={onActivate} />
    </View>
    <Preparation channel={channel} />
  </>
);

interface ResumeProps {
  readonly offer: Extract<Offer, { kind: 'resume' }>;
  readonly onResume: () => void;
}

export const ResumeHero = ({ offer: { step, savedUntil, closed }, onResume }: ResumeProps) => (
  <>
    {closed ? <Notice id="region-closed" tone="warn" title={wording('REGION_NOT_OPEN', { region: closed.name }).title} body={REFUSALS.REGION_NOT_OPEN.remedy} /> : null}
    <View className="hero">
      <Text className="hero__title">{zh.home.resumeTitle}</Text>
      <Text id="resume-words" className="hero__words">
        {zh.home.resume(step, momentText(savedUntil))}
      </Text>
      <Button id="resume" look="onColour" label={zh.home.resumeButton} onClick={onResume} />
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
      <Text id="home-region">{`${zh.home.regionLabel} ${region.name}`}</Text>
    </View>
    <Button id="show-code" look="onColour" label={zh.home.show} onClick={onShow} />
    {holder ? <Text className="hero__foot">{zh.home.offlineToo}</Text> : null}
  </View>
);
