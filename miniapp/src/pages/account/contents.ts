import type { AccountData } from '@yibao/shared';

const KINDS = ['bindings', 'phones', 'consents', 'uses', 'settlements', 'sessions', 'tickets', 'wallets', 'unbindings', 'notices', 'openings', 'trail'] as const;

type Kind = (typeof KINDS)[number];

/** What is in a copy of one's data: how many of each kind. */
export interface Contents {
  readonly voucher: boolean;
  readonly counts: readonly { readonly kind: Kind; readonly count: number }[];
}

export const contentsOf = (data: AccountData): Contents => ({ voucher: data.voucher !== undefined, counts: KINDS.map((kind) => ({ kind, count: data[kind].length })) });

/** The copy as a file: its name says the day in China, so that a later copy does not replace it. */
export const fileOf = (data: AccountData, day: string) => ({ name: `yibao-${day}.json`, text: JSON.stringify(data, null, 2) });
