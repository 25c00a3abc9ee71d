import { Refusal, type RefusalCode } from '@yibao/shared';

/** Why a token opened nothing. For the log alone: the answer is one and the same, so that nobody learns whether a token ever was one. */
export type TokenFault =
  | 'no token'
  | 'oversized'
  | 'malformed'
  /** Nobody here was ever given it: made up, altered, of another environment, or forgotten by now. */
  | 'unknown'
  | 'expired'
  | 'idle'
  | 'ended'
  | 'other device'
  /** The institution was closed, or the operator lost all rights. */
  | 'closed'
  | 'key ended'
  /** A partner channel's, where institutions are asked for. */
  | 'partner'
  /** The institution asks in the name of another. */
  | 'other name';

export const isFault = (found: object | TokenFault): found is TokenFault => typeof found === 'string';

/** A caller who is not recognised: told like any other of the code, with the reason in the log. */
export class NotRecognised extends Refusal {
  constructor(
    code: Extract<RefusalCode, 'SESSION_REQUIRED' | 'INSTITUTION_UNKNOWN' | 'OPERATOR_REQUIRED'>,
    readonly fault: TokenFault,
  ) {
    super(code);
  }
}
