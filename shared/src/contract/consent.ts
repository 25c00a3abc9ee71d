import * as z from 'zod/mini';
import { AgreementPurpose, AgreementVersion } from '../model/agreement-purpose';
import { Closing, Consents } from '../model/consent';
import { endpoint } from './endpoint';

const rate = { perSecond: 50, burst: 100 };

/** 查看授权: everything that this account agreed to. */
export const listConsents = endpoint({
  method: 'GET',
  path: '/consents',
  summary: '查看授权',
  caller: 'citizen',
  input: z.strictObject({}),
  output: Consents,
  refusals: ['SESSION_REQUIRED'],
  idempotency: '只读',
  rate,
});

/**
 * 同意: to one text by itself, also again after a withdrawal. The service agreement belongs to the activation; here it is agreed to again by
 * who has agreed to an earlier text.
 */
export const giveConsent = endpoint({
  method: 'POST',
  path: '/consent',
  summary: '同意一项授权',
  caller: 'citizen',
  input: z.strictObject({ purpose: AgreementPurpose, version: AgreementVersion }),
  output: Consents,
  refusals: ['SESSION_REQUIRED', 'AGREEMENT_OUTDATED', 'STEP_OUT_OF_ORDER'],
  idempotency: '已经同意现行文本时不重复记录',
  rate,
});

/**
 * 撤回: with one step, like giving, so that nothing is asked again for reading and face. Withdrawing the service agreement closes the account:
 * who has a voucher confirms `close-account` first.
 */
export const withdrawConsent = endpoint({
  method: 'POST',
  path: '/consent/withdraw',
  summary: '撤回一项授权',
  caller: 'citizen',
  input: z.strictObject({ purpose: AgreementPurpose }),
  output: z.strictObject({ ...Consents.shape, closing: z.optional(Closing) }),
  refusals: ['SESSION_REQUIRED', 'STEP_UP_REQUIRED'],
  idempotency: '没有同意过或已经撤回的，重复撤回无变化',
  rate,
});
