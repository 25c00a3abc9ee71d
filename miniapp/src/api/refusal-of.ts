import { Refusal } from '@yibao/shared';

/** Whatever was thrown, as something that a person can be told. */
export const refusalOf = (reason: unknown) => (reason instanceof Refusal ? reason : new Refusal('INTERNAL'));
