import { readFile } from 'node:fs/promises';
import { refusedIn } from '@yibao/functions/src/assertion/refused-store';
import { operatorsCommand } from '@yibao/functions/src/operator/command';
import { operatorsIn } from '@yibao/functions/src/operator/store';
import { onTable } from './operators-table';

/** `npm run operators`. Resolves to the exit code. */
export const operators = (words: readonly string[]): Promise<number> =>
  onTable(({ table, now, print }) => operatorsCommand(words, { operators: operatorsIn(table, now), refused: refusedIn(table, 'operator', now), read: (path) => readFile(path, 'utf8'), print }));
