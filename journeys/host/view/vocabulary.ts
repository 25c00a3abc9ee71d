import { type Platform } from '../platform';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const SYNTAX = words('block template import include slot');

/** Built-in components of both platforms. */
const COMPONENTS = words(`
  view text button input textarea form picker picker-view picker-view-column radio radio-group checkbox checkbox-group switch slider label image icon progress rich-text
  scroll-view swiper swiper-item movable-area movable-view cover-view cover-image navigator canvas map camera video web-view page-meta navigation-bar match-media
  page-container root-portal share-element`);

const OWN: Readonly<Record<Platform, readonly string[]>> = {
  weapp: words('wxs span ad audio editor live-player live-pusher official-account open-data functional-page-navigator keyboard-accessory open-container grid-view list-view sticky-header sticky-section'),
  alipay: words('import-sjs lifestyle contact-button lottie error-view loading'),
};

/** Events of built-in components, in lower case; both platforms' together, because a name of the other's alone does no harm. */
const EVENTS = words(`
  tap longtap longpress touchstart touchmove touchcancel touchend touchforcechange transitionend animationstart animationiteration animationend
  input focus blur confirm keyboardheightchange keyboardcompositionstart keyboardcompositionupdate keyboardcompositionend nicknamereview selectionchange linechange
  change changing cancel columnchange pickstart pickend submit reset error load animationfinish transition scale htouchmove vtouchmove
  getphonenumber getrealtimephonenumber getuserinfo getauthorize contact opensetting launchapp chooseavatar agreeprivacyauthorization followlifestyle
  scroll scrollstart scrollend scrolltoupper scrolltolower dragstart dragging dragend appear disappear firstappear
  refresherpulling refresherrefresh refresherrestore refresherabort refresherwillrefresh refresherstatuschange
  message ready initdone scancode stop play pause ended timeupdate waiting progress activeend success fail complete`);

/** What a button can ask the platform for. */
const ABILITIES: Readonly<Record<Platform, readonly string[]>> = {
  weapp: words('contact liveActivity share getPhoneNumber getRealtimePhoneNumber getUserInfo launchApp openSetting feedback chooseAvatar agreePrivacyAuthorization'),
  alipay: words('share getAuthorize contactShare lifestyle getUserInfo getPhoneNumber'),
};

export const isComponent = (tag: string, platform: Platform): boolean => [SYNTAX, COMPONENTS, OWN[platform]].some((known) => known.includes(tag));

export const isEvent = (name: string): boolean => EVENTS.includes(name.toLowerCase());

/** WeChat also takes several at once, joined by a bar. */
export const isAbility = (openType: string, platform: Platform): boolean => openType.split('|').every((name) => ABILITIES[platform].includes(name));
