// Runs inside the browser: what a public service does not do to those who see poorly, or are easily pushed.

/** What is told by its colour, and what beside it has to say the same. */
const TOLD: readonly (readonly [string, string])[] = [
  ['.notice', '.notice__title'],
  ['.notice', '.icon'],
  ['.choice--chosen', '.icon'],
  ['.field:has(.field__input--fault)', '.field__fault'],
  ['.steps', '.steps__title'],
];

/** Everything on the page that only its colour tells. */
export const toldByColour = (page: Element): Element[] => TOLD.flatMap(([selector, words]) => [...page.querySelectorAll(selector)].filter((element) => element.querySelector(words) === null));

const ENTICING = /红包|抽奖|中奖|奖品|奖励|优惠|福利|返现|立减|满减|免费领|限时|促销|广告|推广|特价|秒杀|拼团|砍价|\b(reward|prize|lucky draw|coupon|discount|cash ?back|bonus|limited time|sponsored|advert\w*)\b/i;

/** The agreement speaks of it to rule it out. */
const RULED_OUT = '.agreement__paragraph';

const isEnticing = (element: Element): boolean => element.closest(RULED_OUT) === null && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && ENTICING.test(node.textContent ?? ''));

/** Advertising, and what entices: 长辈版 has none (工信部 2021, 适老化通用设计规范). */
export const promotions = (page: Element): Element[] => [...page.querySelectorAll('*')].filter((element) => element.matches('ad, ad-custom, swiper, marquee, [open-type="share"]') || isEnticing(element));

/** What lies over the page instead of in it. */
export const popUps = (page: Element): Element[] => [...page.querySelectorAll('*')].filter((element) => getComputedStyle(element).position === 'fixed');
