import type { region as zh } from '../zh/region';
import type { Words } from '../in-languages';
import { unbroken } from '../unbroken';

export const region: Words<typeof zh> = {
  bar: 'Where it is available',
  intro: 'Each insured region opens the e-voucher for its people. Where it is not open yet, use your social security card or ID card.',
  open: 'Available',
  closed: 'Not yet',
  waiting: 'Loading the regions',
  empty: 'No regions yet',
  emptyBody: 'The medical insurance office keeps this list. Please look again later.',
  call: (bureau, hotline) => `${bureau} ${unbroken(hotline)}`,
};
