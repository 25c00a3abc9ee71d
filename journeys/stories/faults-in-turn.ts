import { type Fault, type FaultKind } from '@yibao/simulator/src/faults/kinds';
import { expectedRefusal } from '@yibao/simulator/src/testing/expected-refusals';
import { type Call } from './faults-order';

/**
 * One after the other at the same call: what the other side answers with a no stands between what looks like its end, because five ends in a row
 * would close the way to it for a while.
 */
export const IN_TURN: readonly FaultKind[] = ['error', 'drop', 'duplicate', 'garbage', 'html', 'clock-offset', 'truncated', 'huge', 'wrong-type', 'wrong-signature', 'expired-token', 'delay'];

/** Late answers are waited for together (faults-late); an answer about somebody else needs somebody else. */
export const ELSEWHERE: readonly FaultKind[] = ['late', 'swapped'];

const MS: Readonly<Partial<Record<FaultKind, number>>> = { delay: 200, 'clock-offset': 360_000 };

export const faultAt = ({ upstream, call }: Call, kind: FaultKind, times = 1): Fault => ({ upstream, call, kind, times, ms: MS[kind] });

/** What the client of the service says to it. */
export const outcomeAt = (call: Call, kind: FaultKind) => (kind === 'delay' ? 'not refused' : expectedRefusal(call, kind));

/** The kinds that this call lets through to the citizen, and those that it bears. */
export const feltAt = (call: Call): FaultKind[] => IN_TURN.filter((kind) => outcomeAt(call, kind) !== 'not refused');
export const borneAt = (call: Call): FaultKind[] => IN_TURN.filter((kind) => outcomeAt(call, kind) === 'not refused');
