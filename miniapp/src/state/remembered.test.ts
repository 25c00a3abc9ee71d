import * as z from 'zod/mini';
import type { Shelf } from '../platform/storage';
import { remembered } from './remembered';

const aShelf = (texts: Record<string, string> = {}) => {
  const held = new Map(Object.entries(texts));
  const shelf: Shelf = {
    read: async (key) => held.get(key),
    write: async (key, text) => {
      held.set(key, text);
    },
    remove: async (key) => {
      held.delete(key);
    },
  };
  return { shelf, held };
};
const shape = z.strictObject({ on: z.boolean() });

test('what was set comes back after a restart', async () => {
  const { shelf } = aShelf();
  await remembered('thing', shape, shelf).set({ on: true });
  const restarted = remembered('thing', shape, shelf);
  expect(restarted.get()).toBeUndefined();
  await restarted.restore();
  expect(restarted.get()).toEqual({ on: true });
});

test.each([['another shape', '{"on":1}'], ['no JSON', 'on'], ['nothing', undefined]])('%s on the shelf counts as nothing', async (_, text) => {
  const { shelf } = aShelf(text === undefined ? {} : { thing: text });
  const thing = remembered('thing', shape, shelf);
  await thing.restore();
  expect(thing.get()).toBeUndefined();
});

test('restoring twice does not bring back what was changed meanwhile', async () => {
  const thing = remembered('thing', shape, aShelf({ thing: '{"on":false}' }).shelf);
  await thing.restore();
  await thing.set({ on: true });
  await thing.restore();
  expect(thing.get()).toEqual({ on: true });
});

test('a full or broken storage loses nothing until the app ends', async () => {
  const thing = remembered('thing', shape, { read: async () => undefined, write: () => Promise.reject(new Error('quota')), remove: () => Promise.reject(new Error('broken')) });
  await thing.set({ on: true });
  expect(thing.get()).toEqual({ on: true });
  await thing.forget();
  expect(thing.get()).toBeUndefined();
});
