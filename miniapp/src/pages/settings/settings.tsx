import { Cell } from '../../components/cell';
import { Choice } from '../../components/choice';
import type { IconName } from '../../components/icon';
import { Card, Page, Words } from '../../components/page';
import { settings as text } from '../../copy/settings';
import { LANGUAGE_NAMES } from '../../copy/language-names';
import { everywhere } from '../../copy/everywhere';
import { NoticeOffer } from '../../notice/notice-offer';
import { callPhone, open, type PagePath } from '../../platform/navigate';
import { card } from '../../state/card';
import { elder } from '../../state/elder';
import { Language, language, useLanguage } from '../../state/language';
import { usePage } from '../../state/use-page';
import './settings.scss';

interface Way {
  readonly id: string;
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
  readonly to: PagePath;
}

const safety = (): readonly Way[] => [
  { id: 'change-pin', icon: 'lock', title: text.changePin, note: text.changePinNote, to: '/pages/voucher/pin/change' },
  { id: 'reset-pin', icon: 'face', title: text.resetPin, note: text.resetPinNote, to: '/pages/voucher/pin/reset' },
  { id: 'bindings', icon: 'shield', title: text.bindings, note: text.bindingsNote, to: '/pages/binding/binding' },
  { id: 'lost', icon: 'warn', title: text.lost, note: text.lostNote, to: '/pages/binding/lost' },
  { id: 'phone', icon: 'message', title: text.phone, note: text.phoneNote, to: '/pages/phone/phone' },
  { id: 'sessions', icon: 'phone', title: text.sessions, note: text.sessionsNote, to: '/pages/session/session' },
];

const privacy = (): readonly Way[] => [
  { id: 'consents', icon: 'shield', title: text.consents, note: text.consentsNote, to: '/pages/consent/consent' },
  { id: 'data', icon: 'save', title: text.data, note: text.dataNote, to: '/pages/account/data' },
  { id: 'close-account', icon: 'close', title: text.close, note: text.closeNote, to: '/pages/account/close' },
];

const Ways = ({ title, ways }: { title: string; ways: readonly Way[] }) => (
  <>
    <Words look="strong">{title}</Words>
    <Card tight className="settings__ways">
      {ways.map(({ to, ...way }) => (
        <Cell key={way.id} {...way} onClick={() => open(to)} />
      ))}
    </Card>
  </>
);

/** Each language in its own words, so that it is found by who reads only that one. */
const Languages = () => {
  const now = useLanguage();
  return (
    <Card id="languages">
      <Words look="strong">{text.language}</Words>
      {Language.options.map((one) => (
        <Choice key={one} id={`language-${one}`} kind="radio" title={LANGUAGE_NAMES[one]} chosen={one === now} onChoose={() => void language.set(one)} />
      ))}
    </Card>
  );
};

/** 我的设置: everything about oneself that can be changed, looked at or taken back. Needs no network but for the offer of messages. */
export default function SettingsPage() {
  const isElder = usePage(text.bar);
  const hotline = card.useValue()?.voucher?.region.hotline ?? everywhere.hotline;
  return (
    <Page elder={isElder}>
      <Card className="settings__elder">
        <Choice id="elder-switch" kind="checkbox" title={text.elder} note={text.elderNote} chosen={isElder} onChoose={() => void elder.set(!isElder)} />
      </Card>
      <Languages />
      <Ways title={text.safety} ways={safety()} />
      <NoticeOffer />
      <Ways title={text.privacy} ways={privacy()} />
      <Card tight>
        <Cell id="hotline" icon="call" title={text.hotline} note={hotline} onClick={() => callPhone(hotline)} />
      </Card>
    </Page>
  );
}
