import type * as z from 'zod/mini';
import { create } from 'zustand';
import { type Shelf, shelf } from '../platform/storage';

const valueIn = <S extends z.ZodMiniType>(shape: S, text: string | undefined): z.infer<S> | undefined => {
  if (text === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** One value that outlives the app. Until it is restored from the phone's storage, and where it cannot be read, there is none. */
export function remembered<S extends z.ZodMiniType>(key: string, shape: S, on: Shelf = shelf) {
  type Value = z.infer<S>;
  const useHeld = create<{ value: Value | undefined }>()(() => ({ value: undefined }));
  let restoring: Promise<void> | undefined;
  const restore = () => (restoring ??= on.read(key).then((text) => useHeld.setState({ value: valueIn(shape, text) })));
  return {
    useValue: (): Value | undefined => useHeld((held) => held.value),
    get: (): Value | undefined => useHeld.getState().value,
    restore,
    /** Resolves when the phone keeps it; a phone that cannot still has it until the app ends. */
    set: (value: Value): Promise<void> => {
      useHeld.setState({ value });
      return on.write(key, JSON.stringify(value)).catch(() => undefined);
    },
    forget: (): Promise<void> => {
      useHeld.setState({ value: undefined });
      return on.remove(key).catch(() => undefined);
    },
  };
}
