import { findingsIn, type Finding } from '../audit/check';
import type { Row } from '../aws/table';
import type { Desk } from './desk';

export const rowsOf = (desk: Desk): readonly Row[] => [...(desk.table as unknown as { rows: Map<string, Row> }).rows.values()];

/** What a check of all chains and uses finds, an hour later. */
export const trailFlaws = (desk: Desk): readonly Finding[] => findingsIn(rowsOf(desk), { macs: desk.macs, now: new Date(desk.clock.at.getTime() + 3_600_000) }).findings;
