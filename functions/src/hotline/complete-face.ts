import { type ActivationStep, type Clock, type completeFace as endpoint, type Output, Refusal } from '@yibao/shared';
import { type Put, untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { countLookup, type LimitNeeds } from './lookup-limit';

/** Who stood in for the face, for which ticket. */
export interface FaceDesk {
  readonly operator: string;
  readonly ticket: string;
  readonly at: string;
}

interface Passing {
  /** None where this desk has done it already. */
  readonly puts: readonly Put[];
  readonly step: ActivationStep;
  readonly at: string;
}

export interface Needs extends LimitNeeds {
  readonly tickets: {
    accountOf(ticket: string): Promise<string | undefined>;
    /** The rows by which the check at the desk closes the ticket. */
    completing(desk: FaceDesk): Promise<readonly Put[]>;
  };
  readonly faces: {
    /** How the face step of this person's activation is passed; nothing where the activation is another person's. Throws FACE_NOT_WAITING. */
    passing(account: string, idNumber: string, desk: FaceDesk): Promise<Passing | undefined>;
  };
  readonly told: { write(puts: readonly Put[]): Promise<void> };
  readonly now: Clock;
}

/** An unknown ticket and another person's ID number are one answer, and count as a look-up: neither can be tried out. */
export async function completeFace({ caller, input: { idNumber, ticket } }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  await countLookup(caller.id, needs);
  return untilUndisturbed(async () => {
    const account = await needs.tickets.accountOf(ticket);
    const desk = { operator: caller.id, ticket, at: needs.now().toISOString() };
    const passing = account === undefined ? undefined : await needs.faces.passing(account, idNumber, desk);
    if (!passing) throw new Refusal('TICKET_UNKNOWN');
    if (passing.puts.length > 0) await needs.told.write([...passing.puts, ...(await needs.tickets.completing(desk))]);
    return { completedAt: passing.at, step: passing.step };
  });
}
