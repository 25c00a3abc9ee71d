import { type Album } from './album';
import { Citizen } from './citizen';
import { type Walk } from './photographer';

const PIN = '258036';

/** 手机丢失怎么办 before anything is activated; then the bindings, an unbinding, and the home page after it. */
export const photographUnbinding = async (album: Album, { hands, person, platform, outside, chapter, elder }: Walk): Promise<void> => {
  const citizen = new Citizen({ hands, person, platform, outside });
  const take = (title: string) => album.take(hands.page(), chapter, title);
  await hands.waitForAny(['lost']);
  if (elder) await hands.tap('elder-switch');
  await hands.tap('lost');
  await hands.waitForAny(['lost-steps']);
  await take('lost');
  await hands.tap('to-bindings');
  await hands.waitForAny(['no-binding']);
  await take('no-binding');
  await hands.restart();
  await citizen.activate({ pin: PIN, region: '370200' });
  await hands.restart();
  await citizen.openSetting('bindings');
  await hands.waitForAny(['unbind-0']);
  await take('bindings');
  await hands.tap('unbind-0');
  await hands.waitForAny(['reasons']);
  await hands.tap('reason-new-phone');
  await take('unbind');
  await citizen.tapAndConfirm('confirm-unbind', { pin: PIN, done: 'unbinding-done' });
  await take('unbound');
  await hands.tap('home');
  await hands.waitForAny(['unbound']);
  await take('home-unbound');
};
