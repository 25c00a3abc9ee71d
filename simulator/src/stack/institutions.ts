import { readFile } from 'node:fs/promises';
import { institutionsCommand } from '@yibao/functions/src/institution/command';
import { institutionsIn } from '@yibao/functions/src/institution/store';
import { onTable } from './operators-table';

/** `npm run institutions`. Resolves to the exit code. */
export const institutions = (words: readonly string[]): Promise<number> =>
  onTable((at) => institutionsCommand(words, { ...at, institutions: institutionsIn(at.table, at.now), read: (path) => readFile(path, 'utf8') }));
