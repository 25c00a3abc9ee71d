import { macWith } from '../audit/mac';
import { follow } from '../aws/stream';
import { boot } from '../boot';
import { reactTo } from '../reactions';
import { usesIn } from '../voucher/use-store';

const { table, keys, log } = await boot(process.env);

export const handler = follow(reactTo({ uses: usesIn(table, macWith(keys, 'use-record')) }), log);
