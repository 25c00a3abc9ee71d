import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { refusedIn } from '@yibao/functions/src/assertion/refused-store';
import { institutionsCommand } from '@yibao/functions/src/institution/command';
import { institutionImportsIn } from '@yibao/functions/src/institution/imports';
import { institutionsIn } from '@yibao/functions/src/institution/store';
import { csvAt } from './csv-on-disk';
import { onTable } from './operators-table';

/** Keys are named from where the CSV file is. */
const open = async (path: string) => ({ ...(await csvAt(path)), read: (key: string) => readFile(resolve(dirname(path), key), 'utf8') });

/** `npm run institutions`. Resolves to the exit code. */
export const institutions = (words: readonly string[]): Promise<number> =>
  onTable((at) => institutionsCommand(words, { ...at, institutions: institutionsIn(at.table, at.now), refused: refusedIn(at.table, 'institution', at.now), imports: institutionImportsIn(at.table), open, read: (path) => readFile(path, 'utf8') }));
