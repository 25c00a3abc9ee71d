import { type Album } from './album';
import { Citizen } from './citizen';
import { type Walk } from './photographer';

const PIN = '258036';

/** Alipay's pass comes while the page looks again. */
const untilAdded = async ({ hands }: Walk): Promise<void> => {
  for (let looks = 0; looks < 60 && !(await hands.exists('wallet-added')); looks += 1) {
    await hands.pass(2000);
    await hands.page().waitForTimeout(200);
  }
};

const takeAbility = async ({ hands }: Walk): Promise<void> => {
  await hands.page().evaluate(() => {
    const { phone } = window as unknown as { phone: Record<string, unknown> };
    phone['addCard'] = undefined;
  });
};

/** From the code's page into the wallet, where there is one and where there is none. */
export const photographWallet = async (album: Album, walk: Walk, isWeb: boolean): Promise<void> => {
  const { hands, chapter, platform } = walk;
  const citizen = new Citizen(walk);
  const take = (title: string) => album.take(hands.page(), chapter, title);
  const open = async (sign: string) => {
    await hands.restart();
    await citizen.showCode(PIN);
    if (sign === 'shortcuts') await takeAbility(walk);
    await hands.tap('wallet');
    await hands.waitForAny([sign]);
  };
  if (isWeb) {
    await open('shortcuts');
    await take('wallet-unsupported');
  }
  await open('add-card');
  await take('wallet');
  await hands.tap('add-card');
  if (isWeb && platform === 'weapp') await hands.agree('add-card');
  await untilAdded(walk);
  await take('wallet-added');
};
