/** What an answer says, without its signature. */
export type Content = Readonly<Record<string, unknown>>;

export type Change = (content: Content) => Content;

/** The body of an answer with another content, signed anew where its side signs. */
export type Retell = (body: string, change: Change) => string;

/** The answers of a side that does not sign. */
export const retoldUnsigned: Retell = (body, change) => JSON.stringify(change(JSON.parse(body) as Content));

function ofAnotherType(value: unknown): unknown {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return {};
  return typeof value === 'object' && value !== null ? [] : String(value);
}

/** Each value is of another type: a number for a text, a text for a number, a list for an object, an object for a list. */
export const mistyped: Change = (content) => Object.fromEntries(Object.entries(content).map(([name, value]) => [name, ofAnotherType(value)]));
