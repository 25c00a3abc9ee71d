import type { PhoneState } from '@yibao/shared';

/** What either way to another number is given. */
export interface RoomProps {
  readonly state: PhoneState;
  /** What an action has answered. */
  readonly tell: (state: PhoneState) => void;
}
