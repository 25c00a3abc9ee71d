import type { Table } from '../aws/table';
import { activated, ALIPAY_STEPS, openCity, PIN, signedIn } from './story';

type Desk = Awaited<ReturnType<typeof openCity>>;
type Channel = 'weapp' | 'alipay';

interface Wallet {
  readonly [field: string]: unknown;
  readonly add?: { readonly cardId: string; readonly cardExt: string };
}

export const readWallet = async (desk: Desk, token: string): Promise<Wallet> => (await desk.get('/wallet', { token })).body;
export const addCard = async (desk: Desk, token: string, body: object = {}) => (await desk.post('/wallet/card', body, { token })).body as Wallet;
export const confirmCard = (desk: Desk, token: string, code: string) => desk.post('/wallet/card/added', { code }, { token });

/** Somebody with a voucher, and the platforms' wallets. */
export async function holder(channel: Channel, table?: Table) {
  const desk = await openCity(table ? { table } : {});
  const token = await signedIn(desk, { channel });
  await activated(desk, token, channel === 'weapp' ? {} : { steps: ALIPAY_STEPS });
  return { desk, token, wallets: desk.world.wallets };
}

export const confirmUnbinding = (desk: Desk, token: string) => desk.post('/session/step-up', { action: 'unbind', pin: PIN }, { token });
export const unbindAll = (desk: Desk, token: string) => desk.post('/binding/unbind', { binding: 'all', reason: 'other' }, { token });

export const unbind = async (desk: Desk, token: string) => {
  await confirmUnbinding(desk, token);
  return unbindAll(desk, token);
};

export const closeAccount = async (desk: Desk, token: string) => {
  await desk.post('/session/step-up', { action: 'close-account', pin: PIN }, { token });
  return desk.post('/account/close', {}, { token });
};

export const ENDINGS = [['unbinding', unbind], ['closing the account', closeAccount]] as const;

/** The row of the one wallet that there is. */
export const walletRow = (desk: Desk): Readonly<Record<string, unknown>> | undefined =>
  [...(desk.table as unknown as { rows: Map<string, { sk: string }> }).rows.values()].find(({ sk }) => sk === 'WALLET');
