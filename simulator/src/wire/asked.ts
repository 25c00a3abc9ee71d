/** One HTTP request, read to its end. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export type Handler = (asked: Asked) => Reply;

/** Handlers by "METHOD /path". */
export type Routes = Readonly<Record<string, Handler>>;

export const json = (value: unknown, status = 200): Reply => ({ status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) });

/** The body's JSON object; {} when it is none, so that each side refuses missing fields in its own words. */
export function fieldsOf(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A field that should be text; '' otherwise. */
export const textIn = (fields: Record<string, unknown>, name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
