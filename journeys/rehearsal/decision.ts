import { listOf } from './template';

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A statement of a role, with everything resolved. */
export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Condition;
}

/** One thing that a function wants to do. A call may be several: each part of a transaction is one. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  /** Condition keys and their values in this request. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** As IAM matches: `*` anything, `?` one character. */
export const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 's').test(text);

type Operator = (wanted: readonly string[], given: readonly string[]) => boolean;

/** An operator that is not here stops the rehearsal rather than allow or refuse by accident. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  'ForAllValues:StringLike': (wanted, given) => given.every((value) => wanted.some((pattern) => matches(pattern, value))),
  StringEquals: (wanted, given) => given.length === 1 && wanted.includes(given[0]!),
};

function holds(condition: Condition, { context }: Asked): boolean {
  return Object.entries(condition).every(([operator, keys]) => {
    const decide = OPERATORS[operator];
    if (decide === undefined) throw new Error(`the rehearsal does not know the operator ${operator}`);
    return Object.entries(keys).every(([key, wanted]) => decide(listOf(wanted), context[key] ?? []));
  });
}

const applies = (statement: Statement, asked: Asked): boolean =>
  listOf(statement.Action).some((action) => matches(action.toLowerCase(), asked.action.toLowerCase())) &&
  listOf(statement.Resource).some((resource) => matches(resource, asked.resource)) &&
  holds(statement.Condition ?? {}, asked);

/**
 * The statement by which a role may do this; undefined where it may not. Nothing else decides in the templates of this project:
 * roles have no boundary, and the key policies leave it to IAM.
 */
export function allowing(statements: readonly Statement[], asked: Asked): Statement | undefined {
  const applying = statements.filter((statement) => applies(statement, asked));
  return applying.some(({ Effect }) => Effect === 'Deny') ? undefined : applying.find(({ Effect }) => Effect === 'Allow');
}
