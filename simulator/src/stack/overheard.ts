import type { Answer } from '../gateway/answer';
import type { Arrived } from '../gateway/event';

/** What a test hears of a running stack. Nothing in the stack depends on it. */
export interface Overheard {
  /** A request to the API, and its answer. */
  readonly exchange: (asked: Arrived, answer: Answer) => void;
  /** Records of the stream, or messages of a queue, as they are handed to a function. */
  readonly handed: (to: string, records: readonly unknown[]) => void;
}
