/** An object whose fields are not known before they are looked at: what crosses the border between app and platform. */
export type Plain = Record<string, unknown>;

export type Callback = (...args: unknown[]) => unknown;

export const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

export const isCallback = (value: unknown): value is Callback => typeof value === 'function';

export const plainOf = (value: unknown): Plain => (isPlain(value) ? value : {});

/** The text of a field that may be missing or of another type. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

/** A copy that could have crossed the bridge between the app's engine and the platform: functions and prototypes are lost. */
export const copyOf = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));
