import { NATIONAL_HOTLINE, type EndedBinding, type UnbindReason } from '@yibao/shared';
import type { Words } from '../in-languages';
import { momentText } from '../moment';
import type { unbound as zh } from '../zh/unbound';
import { everywhere } from './everywhere';

const reasons: Readonly<Record<UnbindReason, string>> = {
  'new-number': 'new phone number',
  'new-phone': 'new phone',
  'lost-phone': 'lost phone',
  'not-wanted': 'no longer wanted',
  'suspected-misuse': 'suspected misuse',
  other: 'other',
};

const who = ({ by, channel, device = '' }: EndedBinding) =>
  by === 'hotline' || !channel ? 'by the hotline at your request' : `by you in ${everywhere.channels[channel]} (device ending ${device.replace(/·/g, '')})`;

export const unbound: Words<typeof zh> = {
  title: 'The e-voucher here was unbound',
  body: (ended) => `Unbound on ${momentText(ended.closedAt)} ${who(ended)}. Reason: ${reasons[ended.reason]}. Number ${ended.receipt}. If it was not you, call ${NATIONAL_HOTLINE}.`,
};
