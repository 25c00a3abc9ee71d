import { RegionCode } from '@yibao/shared';
import * as z from 'zod/mini';

/** One insurance of a person, in the words of national transaction 1101. */
export const Insurance = z.object({
  psnNo: z.string(),
  region: RegionCode,
  insutype: z.string(),
  status: z.string(),
  /** YYYY-MM-DD */
  since: z.string(),
  retired: z.boolean(),
});
export type Insurance = z.infer<typeof Insurance>;

/** A person as the bureau's file tells of one. */
export const InsuredPerson = z.object({ name: z.string(), insurances: z.array(Insurance) });
export type InsuredPerson = z.infer<typeof InsuredPerson>;

/** A line of the file. */
export interface InsuredLine {
  readonly idNumber: string;
  readonly name: string;
  readonly insurance: Insurance;
}

const nameOf = ({ psnNo, region, insutype }: Insurance) => `${psnNo}|${region}|${insutype}`;

const byName = (a: Insurance, b: Insurance) => (nameOf(a) < nameOf(b) ? -1 : 1);

/** The person with these lines taken in: a later line about the same insurance replaces the one before. */
export function taken(known: InsuredPerson | undefined, lines: readonly InsuredLine[]): InsuredPerson {
  const all = [...(known?.insurances ?? []), ...lines.map(({ insurance }) => insurance)];
  const latest = new Map(all.map((one) => [nameOf(one), one]));
  return { name: lines.at(-1)?.name ?? known?.name ?? '', insurances: [...latest.values()].sort(byName) };
}

const textOf = (person: InsuredPerson) => JSON.stringify(InsuredPerson.parse(person));

export const isSame = (known: InsuredPerson | undefined, next: InsuredPerson) => known !== undefined && textOf(known) === textOf(next);
