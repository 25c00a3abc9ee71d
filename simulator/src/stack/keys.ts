import { keysCommand } from '@yibao/functions/src/keys/command';
import { wrapperAt } from '@yibao/functions/src/keys/wrapper-at';
import { onTable } from './operators-table';

/** `npm run keys`. Resolves to the exit code. */
export const keys = (words: readonly string[]): Promise<number> => onTable((at) => keysCommand(words, { ...at, wrapperAt }));
