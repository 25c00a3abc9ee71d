type Rule = string | number | null | { readonly exists: boolean } | { readonly prefix: string };

export type Pattern = { readonly [field: string]: Pattern | readonly Rule[] };

const isRules = (part: Pattern | readonly Rule[]): part is readonly Rule[] => Array.isArray(part);

/** A rule that is not here stops the rehearsal rather than match by accident. */
function fits(rule: Rule, value: unknown): boolean {
  if (typeof rule !== 'object' || rule === null) return rule === value;
  if ('exists' in rule) return (value !== undefined && (typeof value !== 'object' || value === null)) === rule.exists;
  if ('prefix' in rule) return typeof value === 'string' && value.startsWith(rule.prefix);
  throw new Error(`the rehearsal does not know the filter rule ${JSON.stringify(rule)}`);
}

/** Whether Lambda would hand a record to the function, by the pattern of an event source mapping. */
export const passes = (pattern: Pattern, record: unknown): boolean =>
  Object.entries(pattern).every(([field, part]) => {
    const value = (record as Readonly<Record<string, unknown>> | undefined)?.[field];
    return isRules(part) ? part.some((rule) => fits(rule, value)) : passes(part, value ?? {});
  });
