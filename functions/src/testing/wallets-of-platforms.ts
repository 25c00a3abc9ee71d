import { Refusal } from '@yibao/shared';
import type { AlipayPasses, Pass, WeChatCards } from '../upstream/ports';

export type WalletCall = 'extensionFor' | 'decrypt' | 'holds' | 'closeCard' | 'issuePass' | 'updatePass' | 'closePass';

/** 卡包 of both platforms as a script: what lies in it, and what was done to it. */
export function walletsOfPlatforms(happen: (call: WalletCall) => void) {
  const cards = new Map<string, 'held' | 'thrown away' | 'void'>();
  const passes = new Map<string, Pass & { status: 'open' | 'CLOSED'; readonly openId: string }>();
  /** Runs once, while Alipay is issuing. */
  const meanwhile: { work?: (() => Promise<unknown>) | undefined } = {};
  const weapp: WeChatCards = {
    cardId: 'pCard',
    async extensionFor(code) {
      happen('extensionFor');
      return JSON.stringify({ code, signature: 's' });
    },
    async decrypt(encrypted) {
      happen('decrypt');
      if (!encrypted.startsWith('sealed-')) throw new Refusal('CARD_UNKNOWN');
      return encrypted.slice('sealed-'.length);
    },
    async holds(code) {
      happen('holds');
      return cards.get(code) === 'held';
    },
    async close(code) {
      happen('closeCard');
      if (cards.has(code)) cards.set(code, 'void');
      return cards.has(code);
    },
  };
  const alipay: AlipayPasses = {
    partnerId: '2088000000000001',
    async issue(pass, openId) {
      happen('issuePass');
      const { work } = meanwhile;
      meanwhile.work = undefined;
      await work?.();
      if (passes.has(pass.serialNumber)) throw new Refusal('UPSTREAM_BUSY');
      passes.set(pass.serialNumber, { ...pass, status: 'open', openId });
    },
    async update(pass) {
      happen('updatePass');
      const before = passes.get(pass.serialNumber);
      if (before) passes.set(pass.serialNumber, { ...pass, status: before.status, openId: before.openId });
      return before !== undefined;
    },
    async close(serialNumber) {
      happen('closePass');
      const pass = passes.get(serialNumber);
      if (pass) pass.status = 'CLOSED';
      return pass !== undefined;
    },
  };
  return {
    sides: { weapp, alipay } as { weapp?: WeChatCards; alipay?: AlipayPasses },
    cards,
    passes,
    meanwhile,
    /** wx.addCard: gives the encrypted code; nothing where the code was added before. */
    addOnPhone(cardExt: string) {
      const { code } = JSON.parse(cardExt) as { code: string };
      if (cards.has(code)) return undefined;
      cards.set(code, 'held');
      return `sealed-${code}`;
    },
    /** All that lies open in wallets. */
    open: () => [...[...cards].filter(([, state]) => state === 'held').map(([code]) => code), ...[...passes].filter(([, { status }]) => status === 'open').map(([serial]) => serial)],
  };
}
