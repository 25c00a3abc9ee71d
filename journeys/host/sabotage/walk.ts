import { type Program } from '../start';

const DAY = 86_400_000;

/** What a phone keeps of a holder, so that the walk needs no service. */
export const keptCard = (now: number) => ({
  voucher: {
    holder: '*三',
    region: { code: '370100', name: '济南市', province: '山东省', bureau: '济南市医疗保障局', hotline: '0531-12393', open: true },
    channel: 'weapp',
    activatedAt: '2026-11-01T00:00:00.000Z',
    pinPolicy: 'never',
  },
  seed: { handle: '0000000001', province: '37', seed: 'ab'.repeat(32), notAfter: new Date(now + DAY).toISOString(), offsetMs: 0, heardAt: now, clockDoubted: false },
});

const PATIENCE = 1500;

/** Home, settings, back, the code for some seconds: what a person does who has a card and no network. Fails where they get no further. */
export const walk = async (program: Program): Promise<void> => {
  const shows = (id: string) => program.page.waitFor((page) => page.exists(`#${id}`), PATIENCE, id);
  await shows('show-code');
  await program.page.tap('#settings');
  await shows('close-account');
  program.host.pages.navigate('navigateBack', {});
  await program.page.tap('#show-code');
  await shows('qr');
  await program.host.advance(5_000);
  await shows('digits');
};
