import { regionCommand } from '@yibao/functions/src/region/command';
import { regionsIn } from '@yibao/functions/src/region/store';
import { onTable } from './operators-table';

/** `npm run region`. Resolves to the exit code. */
export const region = (words: readonly string[]): Promise<number> => onTable((at) => regionCommand(words, { ...at, regions: regionsIn(at.table) }));
